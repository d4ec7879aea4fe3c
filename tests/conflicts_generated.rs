//! Two hundred short articles with sixty disagreements and sixty pairs that only look like one, written by a generator that
//! knows nothing of how they are found: precision and recall of what `conflicts` shows without being asked for more.
#![allow(clippy::expect_used, reason = "a test without a taxonomy has failed")]
#![allow(clippy::many_single_char_names, reason = "named as the slots of the sentences")]
#![allow(clippy::too_many_lines, reason = "one list of look-alikes")]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use stratscan::analyze::Analyzer;
use stratscan::corpus;
use stratscan::study::{Conflicts, Hunt, conflicts};
use stratscan::taxonomy::Taxonomy;

const ARTICLES: usize = 200;
const PLANTED: usize = 60;

#[test]
fn planted_disagreements_are_found_and_look_alikes_are_not() {
    for seed in 1..=8 {
        let corpus = Corpus::write(seed);
        let found = read(&corpus);
        let shown: Vec<(usize, usize)> = found
            .shown_figures(false)
            .map(|pair| ordered(number(&pair.earlier.quote.path), number(&pair.later.quote.path)))
            .collect();
        let right = shown.iter().filter(|pair| corpus.planted.contains(pair)).count();
        let met = corpus.planted.iter().filter(|pair| shown.contains(pair)).count();
        for pair in found.shown_figures(false) {
            let at = ordered(number(&pair.earlier.quote.path), number(&pair.later.quote.path));
            if !corpus.planted.contains(&at) {
                eprintln!("not planted: {} | {}", pair.earlier.quote.text, pair.later.quote.text);
            }
        }
        for (at, said) in corpus.planted.iter().zip(&corpus.said) {
            if !shown.contains(at) {
                eprintln!("not found: {} | {}", said.0, said.1);
            }
        }
        let (precision, recall) = (right as f64 / shown.len().max(1) as f64, met as f64 / PLANTED as f64);
        eprintln!("seed {seed}: precision {precision:.3}, recall {recall:.3}, shown {}", shown.len());
        assert!(precision >= 0.95, "precision {precision:.3} at seed {seed}");
        assert!(recall >= 0.85, "recall {recall:.3} at seed {seed}");
    }
}

fn read(corpus: &Corpus) -> Conflicts {
    let taxonomy = Taxonomy::load(&[]).expect("the built-in taxonomy loads");
    let (hunt, analyzer) = (Hunt::default(), Analyzer::new(&taxonomy));
    let finds = corpus
        .articles
        .iter()
        .enumerate()
        .map(|(at, article)| {
            let (document, _) = corpus::parse(&format!("{at}.md"), article.as_bytes());
            hunt.glean(&analyzer.analyze(&document), &taxonomy)
        })
        .collect();
    conflicts(&taxonomy, finds)
}

fn number(path: &str) -> usize {
    path.trim_end_matches(".md").parse().expect("articles are numbered")
}

fn ordered(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

struct Corpus {
    articles: Vec<String>,
    planted: Vec<(usize, usize)>,
    said: Vec<(String, String)>,
}

/// A generator of numbers: xorshift, seeded.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits fit") % sides
    }

    fn of(&mut self, all: &[&'static str]) -> &'static str {
        all[self.roll(all.len())]
    }
}

const COMPANIES: &[&str] = &[
    "Meta",
    "Google",
    "Microsoft",
    "Amazon",
    "Oracle",
    "CoreWeave",
    "Nebius",
    "IBM",
    "Tesla",
    "xAI",
    "Anthropic",
    "OpenAI",
    "NVIDIA",
    "AMD",
    "Intel",
    "Broadcom",
    "Qualcomm",
    "Samsung",
    "TSMC",
    "Alibaba",
    "Databricks",
    "SoftBank",
    "Micron",
    "Cisco",
];
const SITES: &[&str] = &["Ohio", "Texas", "Louisiana", "Norway", "Arizona", "Finland", "Indiana", "Wyoming"];
const FILLERS: &[&str] = &[
    "The weather was mild that week.",
    "Investors had waited for the news for some time.",
    "Rivals watched with interest.",
    "Nobody at the meeting asked a question.",
    "Analysts had 12 minutes for questions.",
    "The announcement came late on a Thursday.",
    "Some 40 reporters had come.",
    "Shares rose by 3% on the day.",
];

const CAPEX: &[&str] = &[
    "{c} expects capital expenditures of {v} in {y}.",
    "Capital expenditure at {c} will reach {v} in {y}.",
    "{c}'s capex for {y} is put at {v}.",
    "In {y}, {c} plans to spend {v} on capital expenditure.",
    "{c} told investors that its capital spending would come to {v} in {y}.",
    "For {y} the capital budget of {c} stands at {v}.",
];
const REVENUE: &[&str] = &[
    "{c} reported revenue of {v} for {y}.",
    "Revenue at {c} came to {v} in {y}.",
    "{c}'s {y} revenue was {v}.",
    "{c} took in {v} of revenue in {y}.",
    "In {y}, {c} generated revenue of {v}.",
];
const DEAL: &[&str] = &[
    "{c} signed a contract worth {v} with {d}.",
    "The agreement between {c} and {d} is worth {v}.",
    "{c} will pay {d} {v} under their contract.",
    "{d} won an order of {v} from {c}.",
    "The deal that {c} struck with {d} is valued at {v}.",
];
const POWER: &[&str] = &[
    "{c}'s campus in {s} will have a capacity of {v}.",
    "{c} is building a data center in {s} that will draw {v}.",
    "The data center of {c} in {s} has a capacity of {v}.",
    "In {s}, {c} plans a campus of {v}.",
];
const FLEET: &[&str] = &[
    "{c} operates {v} GPUs.",
    "{c} owns a fleet of {v} GPUs.",
    "The fleet of {c} counts {v} GPUs.",
    "{c} has installed {v} GPUs.",
];
const STAFF: &[&str] =
    &["{c} employs {v} people.", "{c} has {v} employees.", "The workforce of {c} numbers {v} people."];
const WORTH: &[&str] = &[
    "{c} is valued at {v}.",
    "The round gave {c} a valuation of {v}.",
    "Investors put the valuation of {c} at {v}.",
    "{c} raised money at a valuation of {v}.",
];
const TERM: &[&str] = &[
    "The contract between {c} and {d} runs for {v} years.",
    "{c} signed a lease of {v} years with {d}.",
    "{c} and {d} agreed on a contract over {v} years.",
];

impl Corpus {
    fn write(seed: u64) -> Self {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
        let mut said: Vec<Vec<String>> = vec![Vec::new(); ARTICLES];
        let mut corpus = Self { articles: Vec::new(), planted: Vec::new(), said: Vec::new() };
        let mut topics = Topics::default();
        for _ in 0..PLANTED {
            let (one, other) = topics.disagreement(&mut dice);
            let at = two_places(&mut dice, &mut said, one.clone(), other.clone());
            corpus.planted.push(at);
            corpus.said.push((one, other));
        }
        for nth in 0..PLANTED {
            let (one, other) = topics.look_alike(nth, &mut dice);
            two_places(&mut dice, &mut said, one, other);
        }
        for sentences in said {
            let mut article = String::new();
            let (month, day) = (1 + dice.roll(2), 1 + dice.roll(28));
            // A third of the articles carry no date.
            if dice.roll(3) > 0 {
                let _ = write!(article, "---\ndate: 2026-{month:02}-{day:02}\n---\n\n");
            }
            for sentence in sentences {
                let _ = write!(article, "{} {sentence}\n\n", dice.of(FILLERS));
            }
            let _ = writeln!(article, "{}", dice.of(FILLERS));
            corpus.articles.push(article);
        }
        corpus
    }
}

fn two_places(dice: &mut Dice, said: &mut [Vec<String>], one: String, other: String) -> (usize, usize) {
    let a = dice.roll(ARTICLES);
    let b = (a + 1 + dice.roll(ARTICLES - 1)) % ARTICLES;
    said[a].push(one);
    said[b].push(other);
    ordered(a, b)
}

/// What was spoken of already: nothing twice, so that only what is planted disagrees.
#[derive(Default)]
struct Topics(BTreeSet<String>);

impl Topics {
    fn fresh(
        &mut self,
        dice: &mut Dice,
        kind: &str,
        sites: bool,
    ) -> (&'static str, &'static str, &'static str, usize) {
        loop {
            let (c, d) = (dice.of(COMPANIES), dice.of(COMPANIES));
            let (s, y) = (dice.of(SITES), 2021 + dice.roll(8));
            let key = match kind {
                "capex" | "revenue" => format!("{kind} {c} {y}"),
                "deal" | "term" => format!("{kind} {} {}", c.min(d), c.max(d)),
                _ if sites => format!("{kind} {c} {s}"),
                _ => format!("{kind} {c}"),
            };
            if c != d && self.0.insert(key) {
                return (c, d, s, y);
            }
        }
    }

    fn disagreement(&mut self, dice: &mut Dice) -> (String, String) {
        let kinds: [(&str, &[&'static str]); 7] = [
            ("capex", CAPEX),
            ("revenue", REVENUE),
            ("deal", DEAL),
            ("power", POWER),
            ("fleet", FLEET),
            ("staff", STAFF),
            ("term", TERM),
        ];
        let worth = ("worth", WORTH);
        let at = dice.roll(kinds.len() + 1);
        let (kind, forms) = kinds.get(at).copied().unwrap_or(worth);
        // Few companies, so few fleets and few workforces: then something else.
        if !matches!(kind, "capex" | "revenue" | "deal" | "term" | "power")
            && self.0.iter().filter(|key| key.starts_with(kind)).count() > 12
        {
            return self.disagreement(dice);
        }
        let (c, d, s, y) = self.fresh(dice, kind, kind == "power");
        let low = 11 + dice.roll(38);
        let high = low + low * (12 + dice.roll(80)) / 100 + 1;
        let value = |value: usize, dice: &mut Dice| match kind {
            "capex" | "revenue" | "deal" | "worth" => money(value, dice),
            "power" => power(value),
            "fleet" => format!("{value}0,000"),
            "staff" => format!("{},{:03}", value, 100 + value),
            _ => value.to_string(),
        };
        let (low, high) = (value(low, dice), value(high, dice));
        let (low, high) = if dice.roll(2) == 0 { (low, high) } else { (high, low) };
        (say(dice.of(forms), c, d, s, y, &low), say(dice.of(forms), c, d, s, y, &high))
    }

    fn look_alike(&mut self, nth: usize, dice: &mut Dice) -> (String, String) {
        let value = 20 + dice.roll(50);
        let (v, w) = (money(value, dice), money(value * 3 / 2, dice));
        match nth % 10 {
            0 => {
                let (c, d, s, y) = self.fresh(dice, "capex", false);
                self.0.insert(format!("capex {c} {}", y + 20));
                (say(dice.of(CAPEX), c, d, s, y, &v), say(dice.of(CAPEX), c, d, s, y + 20, &w))
            }
            1 => {
                let (c, d, s, y) = self.fresh(dice, "revenue", false);
                (
                    say(dice.of(REVENUE), c, d, s, y, &v),
                    format!("{c} reported revenue of {w} for the first quarter of {y}."),
                )
            }
            2 => {
                let (c, d, s, y) = self.fresh(dice, "power", true);
                let (_, _, t, _) = self.site_of(dice, c);
                (
                    say(dice.of(POWER), c, d, s, y, &power(value)),
                    say(dice.of(POWER), c, d, t, y, &power(value * 2)),
                )
            }
            3 => {
                let (c, d, s, y) = self.fresh(dice, "capex", false);
                let (e, ..) = self.fresh(dice, "capex-of-another", false);
                let e = if self.0.insert(format!("capex {e} {y}")) { e } else { "Dell" };
                (say(dice.of(CAPEX), c, d, s, y, &v), say(dice.of(CAPEX), e, d, s, y, &w))
            }
            4 => {
                let (c, d, s, y) = self.fresh(dice, "capex", false);
                let rounded = format!("${}.{} billion", value, 1 + dice.roll(4));
                let whole = format!("${value} billion");
                (say(dice.of(CAPEX), c, d, s, y, &rounded), say(dice.of(CAPEX), c, d, s, y, &whole))
            }
            5 => {
                let (c, d, s, y) = self.fresh(dice, "capex", false);
                let range = format!("between ${} billion and ${} billion", value - 4, value + 4);
                (say(dice.of(CAPEX), c, d, s, y, &range), say(dice.of(CAPEX), c, d, s, y, &v))
            }
            6 => {
                let (c, d, s, y) = self.fresh(dice, "revenue", false);
                let bound = format!("more than ${} billion", value - 3);
                (say(dice.of(REVENUE), c, d, s, y, &bound), say(dice.of(REVENUE), c, d, s, y, &v))
            }
            7 => {
                let (c, d, s, y) = self.fresh(dice, "revenue", false);
                (say(dice.of(REVENUE), c, d, s, y, &w), format!("{c} reported cloud revenue of {v} for {y}."))
            }
            8 => {
                let (c, d, s, y) = self.fresh(dice, "deal", false);
                let other = dice.of(&["Lumen", "Equinix", "Vertiv", "Marvell", "Dell", "Lenovo", "Siemens"]);
                if !self.0.insert(format!("deal {c} {other}")) {
                    return self.look_alike(nth, dice);
                }
                (say(dice.of(DEAL), c, d, s, y, &v), say(dice.of(DEAL), c, other, s, y, &w))
            }
            _ => {
                let (c, d, s, y) = self.fresh(dice, "revenue", false);
                (
                    say(dice.of(REVENUE), c, d, s, y, &w),
                    format!("In {y} revenue at {c} rose to {w} from {v}."),
                )
            }
        }
    }

    fn site_of(
        &mut self,
        dice: &mut Dice,
        company: &str,
    ) -> (&'static str, &'static str, &'static str, usize) {
        loop {
            let site = dice.of(SITES);
            if self.0.insert(format!("power {company} {site}")) {
                return ("", "", site, 0);
            }
        }
    }
}

fn money(billions: usize, dice: &mut Dice) -> String {
    match dice.roll(3) {
        0 => format!("${billions} billion"),
        1 => format!("${billions}B"),
        _ => format!("US${billions} billion"),
    }
}

fn power(value: usize) -> String {
    format!("{} MW", value * 10)
}

fn say(form: &str, c: &str, d: &str, s: &str, y: usize, v: &str) -> String {
    form.replace("{c}", c)
        .replace("{d}", d)
        .replace("{s}", s)
        .replace("{y}", &y.to_string())
        .replace("{v}", v)
}
