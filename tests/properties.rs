//! What holds for every input of the whole pipeline: every span lies in the file and shows what is quoted, rows come in the
//! order of the text, nothing panics, and the answer depends on nothing but the articles.
#![allow(clippy::expect_used, reason = "a test that cannot start its program has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use proptest::prelude::*;
use stratscan::analyze::{Analysis, Analyzer, Sentence};
use stratscan::corpus::{BlockKind, Document, parse};
use stratscan::taxonomy::{Name, Taxonomy};
use stratscan::text::Span;

static TAXONOMY: LazyLock<Taxonomy> =
    LazyLock::new(|| Taxonomy::load(&[]).expect("the built-in taxonomy loads"));

static ANALYZER: LazyLock<Analyzer<'_>> = LazyLock::new(|| Analyzer::new(&TAXONOMY));

/// Names, acts and things, so that most inputs are tagged, and the marks that tear them apart.
const WORDS: &[&str] = &[
    "Meta",
    "OpenAI",
    "Google’s",
    "xAI",
    "NVIDIA",
    "its",
    "it",
    "They",
    "the company",
    "The pair",
    "This deal",
    "sells",
    "sold to",
    "rents",
    "buys",
    "will build",
    "may not buy",
    "designs its own",
    "supplies",
    "released",
    "compute capacity",
    "GPUs",
    "chips",
    "nuclear power",
    "open weights",
    "data centers",
    "H100s",
    "while",
    "unlike",
    "rather than",
    "and",
    "from",
    "to",
    "with",
    "by",
    "not",
    "said",
    "$5 billion",
    "6 GW",
    "20%",
    "3-4 million",
    "in 2027",
    "since May",
    "According to Reuters,",
    "rival",
    "such as",
    "it’s",
    "more than",
];

/// Marks of sentences, Markdown, HTML and front matter.
const MARKS: &[&str] = &[
    ". ",
    "? ",
    "! ",
    "… ",
    ", ",
    "; ",
    ": ",
    " — ",
    " (",
    ") ",
    "“",
    "” ",
    "\"",
    "'",
    "’s ",
    "\n",
    "\n\n",
    "\r\n",
    "  ",
    "\t",
    "# ",
    "## ",
    "> ",
    "- ",
    "1. ",
    "| ",
    "|\n",
    "|--|--|\n",
    "**",
    "*",
    "_",
    "`",
    "```\n",
    "[",
    "](u)",
    "![",
    "<b>",
    "</b>",
    "<td>",
    "<!--",
    "-->",
    "&amp;",
    "&nbsp;",
    "\\",
    "---\n",
    "title: Meta\n",
    "\u{200B}",
    "\0",
    "é",
    "İ",
    "ß",
    "中文。",
    "🚀",
    "\u{FEFF}",
    "a.m. ",
    "U.S. ",
    "e.g. ",
    "•",
    "~",
    "–",
    "‑",
    "/",
    "+",
    "€",
    "<br>",
];

fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(WORDS).prop_map(|word| format!("{word} ")),
        1 => prop::sample::select(WORDS).prop_map(str::to_owned),
        5 => prop::sample::select(MARKS).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..90).prop_map(|pieces| pieces.concat())
}

/// The words of the sentences that show what the built-in taxonomy finds.
static SHOWN: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/taxonomy/builtin");
    let files = fs::read_dir(folder).expect("the taxonomy is there").map(|file| file.expect("a file").path());
    let mut files: Vec<_> = files.filter(|path| path.to_string_lossy().ends_with(".examples.toml")).collect();
    files.sort();
    let text: String =
        files.iter().map(|path| fs::read_to_string(path).expect("the taxonomy is UTF-8")).collect();
    let sentences = text.lines().filter_map(|line| line.strip_prefix("text = "));
    sentences.map(|line| line.trim_matches('"').split(' ').map(str::to_owned).collect()).collect()
});

/// Pieces of such sentences as items of lists, under headings that name a company.
fn lists() -> impl Strategy<Value = String> {
    let name = prop::sample::select(TAXONOMY.companies.as_slice()).prop_map(|company| company.name.clone());
    let piece = (prop::sample::select(SHOWN.as_slice()), any::<prop::sample::Index>(), 2_usize..8).prop_map(
        |(words, from, length)| {
            let from = from.index(words.len());
            words[from..words.len().min(from + length)].join(" ")
        },
    );
    let list = (name, prop::collection::vec(piece, 1..6))
        .prop_map(|(name, items)| format!("# {name}\n\n- {}\n\n", items.join("\n- ")));
    prop::collection::vec(list, 1..8).prop_map(|lists| lists.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

    #[test]
    fn fragments_are_read_under_any_name_and_tagged_as_the_axes_say(text in lists()) {
        let (document, analysis) = read("lists.md", text.as_bytes());
        for sentence in &analysis.sentences {
            check_places(&document, sentence)?;
            for tag in &sentence.tags {
                let axis = TAXONOMY.axis(&tag.axis).expect("a tag is of an axis");
                let has = |position: &Name| axis.positions.iter().any(|known| known.id == *position);
                prop_assert!(tag.position.as_ref().is_none_or(has), "{tag:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_span_shows_what_is_quoted(text in soup(), plain in any::<bool>()) {
        let (document, analysis) = read(if plain { "soup.txt" } else { "soup.md" }, text.as_bytes());
        for sentence in &analysis.sentences {
            check_places(&document, sentence)?;
            check_words(&document, sentence)?;
        }
        check_order(&analysis)?;
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let (document, analysis) = read("bytes.md", &bytes);
        for sentence in &analysis.sentences {
            check_places(&document, sentence)?;
        }
    }

    #[test]
    fn the_same_text_gives_the_same_rows(text in soup()) {
        let rows = |analysis: Analysis| format!("{:?}", analysis.sentences);
        prop_assert_eq!(rows(read("a.md", text.as_bytes()).1), rows(read("a.md", text.as_bytes()).1));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn threads_and_the_order_of_paths_change_no_byte(
        texts in prop::collection::vec(soup(), 3..9),
        order in any::<prop::sample::Index>(),
    ) {
        let mut paths = articles(&texts);
        let first = claims(&paths, "1");
        let turn = order.index(paths.len());
        paths.rotate_left(turn);
        prop_assert!(claims(&paths, "2") == first, "two threads and rotated by {turn}");
        paths.reverse();
        prop_assert!(claims(&paths, "4") == first, "four threads and reversed");
    }
}

/// Time grows with the input and not with its square: with it, the first would take minutes.
#[test]
fn hostile_inputs_take_no_longer_than_others() {
    let inputs: [(&str, String); 7] = [
        ("one sentence without end", "Meta sells compute to OpenAI and buys chips, ".repeat(4_000)),
        ("one word", "a".repeat(200_000)),
        ("brackets that never close", "Meta (sells [chips (".repeat(5_000)),
        ("items", "- Meta sells GPUs.\n".repeat(5_000)),
        ("headings", "# Meta\n\n".repeat(5_000)),
        ("cells", format!("|a|\n|-|\n{}\n", "| Meta sells chips ".repeat(5_000))),
        ("quotations", format!("{} Meta sells chips.", "> ".repeat(5_000))),
    ];
    for (name, text) in inputs {
        let (_, analysis) = read("hostile.md", text.as_bytes());
        assert!(!analysis.sentences.is_empty(), "{name} has a sentence");
    }
}

fn read(name: &str, bytes: &[u8]) -> (Document, Analysis) {
    let (document, _) = parse(name, bytes);
    let analysis = ANALYZER.analyze(&document);
    (document, analysis)
}

/// Every span lies in the file, on the edges of characters, and parts lie within their sentence.
fn check_places(document: &Document, sentence: &Sentence) -> Result<(), TestCaseError> {
    let source = document.source.as_str();
    let holds = |span: Span| source.get(span.start..span.end).is_some_and(|slice| !slice.is_empty());
    let within =
        |span: Span| holds(span) && sentence.span.start <= span.start && span.end <= sentence.span.end;
    prop_assert!(holds(sentence.span), "sentence {:?}", sentence.span);
    prop_assert_eq!(sentence.line, document.lines.line(sentence.span.start), "line of {:?}", sentence.text);
    for mention in &sentence.companies {
        prop_assert!(within(mention.span), "{mention:?} of {:?}", sentence.text);
    }
    for tag in &sentence.tags {
        prop_assert!(tag.evidence.iter().all(|&span| within(span)), "{tag:?} of {:?}", sentence.text);
        prop_assert!(tag.evidence.is_sorted_by_key(|span| (span.start, span.end)), "{tag:?}");
    }
    for figure in &sentence.figures {
        let parts = [Some(figure.span), Some(figure.number), figure.unit_span];
        prop_assert!(parts.into_iter().flatten().all(within), "{figure:?} of {:?}", sentence.text);
        prop_assert!(figure.low <= figure.high, "{figure:?}");
    }
    Ok(())
}

/// The visible characters of a quote stand in the slice at its span in the same order, with markup between them; an entity
/// stands for its character.
fn check_words(document: &Document, sentence: &Sentence) -> Result<(), TestCaseError> {
    let slice = sentence.span.of(&document.source);
    let mut rest = slice.chars();
    let visible = |c: &char| c.is_alphanumeric();
    for shown in sentence.text.chars().filter(visible) {
        prop_assert!(rest.any(|c| c == shown), "{shown:?} of {:?} is not in {slice:?}", sentence.text);
    }
    let quoted = |text: &str, whole: &str| {
        let mut whole = whole.chars();
        text.chars().filter(visible).all(|shown| whole.any(|c| c == shown))
    };
    for figure in &sentence.figures {
        let at = figure.span.of(&document.source);
        prop_assert!(quoted(&figure.text, at), "{:?} is not in {at:?}", figure.text);
    }
    Ok(())
}

/// Sentences stand in the order of the text; a caption stands beside the paragraph that its image is in.
fn check_order(analysis: &Analysis) -> Result<(), TestCaseError> {
    let running = analysis.sentences.iter().filter(|sentence| sentence.block != BlockKind::Caption);
    let starts = running.map(|sentence| sentence.span.start);
    prop_assert!(starts.is_sorted(), "sentences in the order of the source");
    for sentence in &analysis.sentences {
        let figures = sentence.figures.iter().map(|figure| figure.span.start);
        prop_assert!(figures.is_sorted(), "figures in the order of the source");
        let tags: Vec<_> = sentence.tags.iter().map(|tag| (&tag.axis, &tag.company, &tag.position)).collect();
        let twice = tags.iter().enumerate().any(|(at, tag)| tags[..at].contains(tag));
        prop_assert!(!twice, "no two tags alike in {:?}", sentence.text);
    }
    Ok(())
}

/// The articles as files of an empty folder.
fn articles(texts: &[String]) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("properties");
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder of an earlier case can go");
    }
    fs::create_dir_all(&folder).expect("folders can be made");
    let write = |(at, text): (usize, &String)| {
        let path = folder.join(format!("{at}.md"));
        fs::write(&path, text).expect("articles can be written");
        path
    };
    texts.iter().enumerate().map(write).collect()
}

/// What `claims` prints of the files at `paths`.
fn claims(paths: &[PathBuf], threads: &str) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stratscan"));
    command.args(["claims", "--all", "--quiet", "--format", "ndjson"]).args(paths);
    command.env("RAYON_NUM_THREADS", threads).output().expect("stratscan starts").stdout
}
