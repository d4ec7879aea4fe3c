//! Bytes to text: UTF-8, UTF-16 by its byte order mark, else Windows-1252. Every input gives a text.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of `bytes` and, where they are not clean UTF-8 or UTF-16, what a reader should know, with the offset of the
/// place in the text. The mark of UTF-8 stays, so that offsets are those of the file; the mark of UTF-16 goes, as it does
/// wherever such a file is converted.
pub(super) fn decode(bytes: Vec<u8>) -> (String, Option<(usize, String)>) {
    if bytes.starts_with(&[0xFF, 0xFE]) {
        return utf_16(&bytes[2..], UTF_16LE);
    }
    if bytes.starts_with(&[0xFE, 0xFF]) {
        return utf_16(&bytes[2..], UTF_16BE);
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let nul = text.find('\0');
            let notice = nul.map(|at| {
                (at, "holds NUL bytes, shown as \u{FFFD}; if it is not text, leave it out; if it is, save it as UTF-8".into())
            });
            (text, notice)
        }
        Err(error) => not_utf_8(error.as_bytes(), error.utf8_error().valid_up_to()),
    }
}

fn utf_16(bytes: &[u8], encoding: &'static Encoding) -> (String, Option<(usize, String)>) {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let at = text.find('\u{FFFD}').unwrap_or(0);
    let notice = broken.then(|| (at, format!("is not clean {}; save it as UTF-8", encoding.name())));
    (text.into_owned(), notice)
}

/// A file with more good sequences of UTF-8 than bad bytes is damaged UTF-8; any other is taken for Windows-1252, which
/// every byte is valid in.
fn not_utf_8(bytes: &[u8], first_bad: usize) -> (String, Option<(usize, String)>) {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if good > bad {
        let message = "has bytes that are not UTF-8, shown as \u{FFFD}; save it as UTF-8 again";
        return (String::from_utf8_lossy(bytes).into_owned(), Some((first_bad, message.into())));
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let message = "is not UTF-8 and was read as Latin-1 (Windows-1252); save it as UTF-8";
    (text.into_owned(), Some((first_bad, message.into())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_8_is_kept_byte_for_byte_with_its_mark() {
        assert_eq!(decode(b"\xEF\xBB\xBFa\r\n".to_vec()), ("\u{FEFF}a\r\n".into(), None));
    }

    #[test]
    fn utf_16_is_known_by_its_mark() {
        let little = [0xFF, 0xFE, b'6', 0, 0xAC, 0x20];
        let big = [0xFE, 0xFF, 0, b'6', 0x20, 0xAC];
        assert_eq!(decode(little.to_vec()), ("6€".into(), None));
        assert_eq!(decode(big.to_vec()), ("6€".into(), None));
        let (text, notice) = decode(vec![0xFF, 0xFE, b'6', 0, 0xAC]);
        assert_eq!(text, "6\u{FFFD}");
        assert!(notice.is_some_and(|(at, message)| at == 1 && message.contains("UTF-16LE")));
    }

    #[test]
    fn what_is_not_utf_8_is_read_as_latin_1_and_said_to_be() {
        let (text, notice) = decode(b"caf\xE9 \x93AI\x94".to_vec());
        assert_eq!(text, "café “AI”");
        let (at, message) = notice.expect("a notice");
        assert_eq!(at, 3);
        assert!(message.contains("Latin-1"), "{message}");
    }

    #[test]
    fn one_bad_byte_does_not_spoil_the_others() {
        let (text, notice) = decode("Meta’s “plan” \u{2014} ".bytes().chain([0xE2, 0x80]).collect());
        assert_eq!(text, "Meta’s “plan” — \u{FFFD}");
        assert!(notice.is_some());
    }

    #[test]
    fn nul_bytes_are_text_and_a_notice_with_their_place() {
        let (text, notice) = decode(b"a\0b".to_vec());
        assert_eq!(text, "a\0b");
        assert_eq!(notice.map(|(at, _)| at), Some(1));
    }
}
