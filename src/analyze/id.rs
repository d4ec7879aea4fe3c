//! Names for sentences that survive edits elsewhere in the file, and which claims say again what another has said. An id
//! says nothing of the taxonomy: retagging keeps it.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{Sentence, SentenceKind};

/// Gives every row its id: sixteen hexadecimal digits of the 64-bit FNV-1a hash over the bytes of `path`, a zero byte,
/// the bytes of the text, a zero byte, and the ordinal (from 0, little-endian, eight bytes) among the rows of the
/// document with the same text. A claim is a duplicate of an earlier claim with the same text.
pub(super) fn assign(path: &str, rows: &mut [Sentence]) {
    let prefix = fnv(fnv(OFFSET, path.as_bytes()), &[0]);
    let mut seen: FxHashMap<&str, Seen> = FxHashMap::with_capacity_and_hasher(rows.len(), FxBuildHasher);
    for row in rows {
        let seen = seen.entry(row.text.as_str()).or_default();
        let hash = fnv(fnv(fnv(prefix, row.text.as_bytes()), &[0]), &seen.times.to_le_bytes());
        seen.times += 1;
        row.id = hexadecimal(hash);
        let claim = row.kind == SentenceKind::Claim;
        row.duplicate = claim && seen.claimed;
        seen.claimed |= claim;
    }
}

/// What the rows so far hold of a text.
#[derive(Default)]
struct Seen {
    times: u64,
    claimed: bool,
}

/// Sixteen digits.
fn hexadecimal(hash: u64) -> String {
    let digit = |place: usize| b"0123456789abcdef"[(hash >> (60 - 4 * place) & 0xf) as usize];
    String::from_utf8((0..16).map(digit).collect()).unwrap_or_default()
}

/// What a hash starts from.
pub(crate) const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The 64-bit FNV-1a hash of what `hash` was made of, and `bytes` behind it.
pub(crate) fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    let step = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    // eight at a time: the text of every sentence goes through here
    let (eights, rest) = bytes.as_chunks::<8>();
    rest.iter().fold(eights.iter().fold(hash, |hash, eight| eight.iter().fold(hash, step)), step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv(OFFSET, b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv(OFFSET, b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv(OFFSET, b"foobar"), 0x8594_4171_f739_67e8);
    }
}
