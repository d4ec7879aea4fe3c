//! What a taxonomy holds once it is loaded: what users see of it, and the lexicon that the analyzer matches with.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::metrics::{Measures, Metric};
use super::patterns::Patterns;
use super::places::Places;

/// An id of the taxonomy (company, axis, position, rule), kebab-case, shared.
pub type Name = Arc<str>;

/// Companies, axes and lexicon, ready to be matched.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Taxonomy {
    /// In the order of their ids.
    pub companies: Vec<Company>,
    /// In the order of the files: the order of rows in a comparison.
    pub axes: Vec<Axis>,
    /// What figures measure, in the order of the files.
    pub metrics: Vec<Metric>,
    /// Sixteen hexadecimal digits over everything that was loaded: the same text gives the same hash on every machine.
    pub hash: String,
    pub(crate) lexicon: Lexicon,
    pub(crate) places: Places,
    pub(crate) measures: Measures,
}

/// An organisation the taxonomy knows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Company {
    /// Kebab-case id.
    pub id: Name,
    /// As people write it.
    pub name: String,
    /// Other names it goes by, products, models, people and sites that stand for it; in the order of the file.
    pub aliases: Vec<String>,
    /// What lines of business it is in, as the taxonomy names them (`lab`, `cloud`, `chips`, …).
    pub sectors: Vec<Name>,
    /// The company it belongs to.
    pub parent: Option<Name>,
    /// The things that it is by its name for its main line of business, as indices, ascending.
    pub(crate) firms: Vec<u16>,
    /// Stands for a person who heads several companies where the text gives no other hint.
    pub(crate) default_person: bool,
}

/// A strategy axis: a row of the comparison.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Axis {
    /// Kebab-case id.
    pub id: Name,
    /// As printed.
    pub label: String,
    /// One sentence.
    pub definition: String,
    /// In the order of the file.
    pub positions: Vec<Position>,
    /// Main lines of business of companies to which a claim of this axis alone gives it, without a position.
    pub(crate) touches: Vec<String>,
    /// The rule that does.
    pub(crate) rule: Name,
}

/// Where a company can stand on an axis.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Position {
    /// Kebab-case id, unique within its axis.
    pub id: Name,
    /// A word or two, as printed in a cell.
    pub label: String,
    /// One sentence.
    pub definition: String,
}

impl Taxonomy {
    /// The company with this id.
    pub fn company(&self, id: &str) -> Option<&Company> {
        self.companies
            .binary_search_by(|company| company.id.as_ref().cmp(id))
            .ok()
            .map(|at| &self.companies[at])
    }

    /// The axis with this id.
    pub fn axis(&self, id: &str) -> Option<&Axis> {
        self.axes.iter().find(|axis| axis.id.as_ref() == id)
    }

    /// All that is looked for, inflected, in lower case, words and marks parted by single spaces; each once, sorted.
    pub fn phrases(&self) -> Vec<String> {
        self.lexicon.patterns.phrases()
    }

    /// The metric with this id.
    pub fn metric(&self, id: &str) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.id.as_ref() == id)
    }
}

/// The words of the taxonomy and what they mean, indexed for matching.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Lexicon {
    pub(crate) patterns: Patterns<Entry>,
    pub(crate) things: Vec<Thing>,
    pub(crate) predicates: Vec<Predicate>,
    pub(crate) rows: Rows,
    pub(crate) attributes: Vec<Attribute>,
    /// Sectors whose companies are no actors where they only say or estimate something.
    pub(crate) observers: Vec<String>,
    /// By the noun, in lower case, its words parted by single spaces.
    pub(crate) kinds: BTreeMap<String, Kind>,
}

/// What a noun says of the company that it stands for behind "the" ("the lab").
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Kind {
    /// Main lines of business of which it is said; with `beside` empty too: any.
    main: Vec<String>,
    /// Lines of business of which it is said though they are not the main one.
    beside: Vec<String>,
    /// Main lines of business of which it is never said.
    never: Vec<String>,
}

impl Kind {
    pub(super) fn new(main: &[String], beside: &[String], never: &[String]) -> Self {
        Self { main: main.to_vec(), beside: beside.to_vec(), never: never.to_vec() }
    }

    /// True for the main line of business of a company that it may mean before others.
    pub(crate) fn is_of_main(&self, sectors: &[Name]) -> bool {
        let any = self.main.is_empty() && self.beside.is_empty();
        sectors.first().is_some_and(|main| {
            !holds(&self.never, main) && (any || holds(&self.main, main) || holds(&self.beside, main))
        })
    }

    /// True where a company of these lines of business may be meant.
    pub(crate) fn is_of(&self, sectors: &[Name]) -> bool {
        self.is_of_main(sectors) || sectors.iter().any(|sector| holds(&self.beside, sector))
    }
}

fn holds(known: &[String], sector: &Name) -> bool {
    known.iter().any(|known| known.as_str() == sector.as_ref())
}

/// What a phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Entry {
    /// Stands for the company at this index.
    Name { company: u16, kind: NameKind },
    /// No company is meant here, whatever name it holds.
    Reject,
    /// An ambiguous name of this company counts in a sentence that holds this.
    Hint { company: u16 },
    /// `things[_]`, and its maker where the name tells it.
    Thing { thing: u16, maker: Option<u16> },
    /// No thing is meant here.
    Exclusion,
    /// `attributes[_]`.
    Attribute(u16),
    /// `predicates[_]`.
    Predicate { predicate: u16, form: Form },
    /// A word of the language.
    Grammar(Cue),
}

impl Entry {
    /// Phrases compete for words only within their layer: a name does not hide a predicate that begins with its last word.
    pub(crate) fn layer(self) -> u8 {
        match self {
            Self::Name { .. } | Self::Reject => 0,
            Self::Thing { .. } | Self::Exclusion | Self::Attribute(_) => 1,
            Self::Predicate { .. } => 2,
            Self::Grammar(_) => 3,
            Self::Hint { .. } => 4,
        }
    }
}

/// How a name stands for its company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum NameKind {
    /// It can mean nothing else.
    Clear,
    /// An ordinary word too: needs one of the company's `requires`, or a clear name in the document.
    Ambiguous,
    /// A person, who may stand for several companies.
    Person,
    /// "the Facebook parent".
    Description,
}

/// The form of a word of a predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Form {
    /// "sell".
    Base,
    /// "sells".
    Present,
    /// "selling".
    Ing,
    /// "sold": past tense or participle.
    Past,
    /// "sale of".
    Noun,
}

/// Words for one class of things of an axis.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Thing {
    pub(crate) class: u16,
    pub(crate) axis: u16,
    pub(crate) alone: Option<u16>,
    /// The position of a maker of whom no more is said than the thing.
    pub(crate) own: Option<u16>,
    /// The same for a maker of one of the sectors `sold_by`.
    pub(crate) sold: Option<u16>,
    pub(crate) sold_by: Vec<String>,
    /// Sectors of whose companies the thing alone says nothing.
    pub(crate) not_of: Vec<String>,
    /// The thing that the words name where they are another company's, which then is its maker.
    pub(crate) another: Option<u16>,
    pub(crate) weak: bool,
    /// The position of a company whose it is.
    pub(crate) owned: Option<u16>,
    /// The position of a company of which it is denied.
    pub(crate) denied: Option<u16>,
    /// Alone it places only a company that is named as its owner or subject.
    pub(crate) explicit: bool,
    /// Where nobody is named it is said of the industry.
    pub(crate) common: bool,
    /// Lines of business whose companies are such things by their names.
    pub(crate) firms: Vec<String>,
    /// Main lines of business behind whose companies' names alone the words count.
    pub(crate) behind: Vec<String>,
    pub(crate) rule: Name,
}

/// An act.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Predicate {
    /// Numbers of the words that stand before the other party.
    pub(crate) other: Vec<u32>,
    /// Numbers of the words before a party that takes the subject's part, the subject taking the other's ("rents from").
    pub(crate) swap: Vec<u32>,
    /// Whoever else takes part is the other party.
    pub(crate) mutual: bool,
    /// The thing itself may do it.
    pub(crate) by_thing: bool,
}

/// What a predicate said of a thing makes of its parties; positions are indices into the axis.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Row {
    pub(crate) axis: u16,
    pub(crate) subject: Option<u16>,
    pub(crate) other: Option<u16>,
    pub(crate) negated: Option<u16>,
    /// The subject's position where it is the maker of the thing.
    pub(crate) own: Option<u16>,
    /// How much a sector speaks for the side of `other` (above zero) or of `subject` (below).
    pub(crate) sides: BTreeMap<String, i32>,
    /// Speaks only where both parties are known.
    pub(crate) both: bool,
    /// A maker named right before the thing is the other party.
    pub(crate) maker_is_other: bool,
    /// Says nothing of the subject.
    pub(crate) other_only: bool,
    /// Speaks only where a subject's main line of business is one of these; empty: of anybody.
    pub(crate) subject_in: Vec<String>,
    /// The same of the other party.
    pub(crate) other_in: Vec<String>,
    pub(crate) rule: Name,
}

/// Rows by predicate and class of things: asked for every act near every thing, and mostly in vain.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Rows {
    classes: usize,
    /// For each predicate and class, one more than the index of its list; 0 where there are none.
    places: Vec<u32>,
    lists: Vec<Vec<Row>>,
}

impl Rows {
    /// What a predicate makes of things of a class, the row that asks for most first; empty where it says nothing of them.
    pub(crate) fn get(&self, predicate: u16, class: u16) -> &[Row] {
        let place = self.places.get(predicate as usize * self.classes + class as usize);
        let rows = place.and_then(|&place| self.lists.get((place as usize).checked_sub(1)?));
        rows.map_or(&[], Vec::as_slice)
    }

    /// All rows.
    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Row> {
        self.lists.iter().flatten()
    }

    /// Of rows keyed by predicate and class.
    pub(super) fn of(keyed: BTreeMap<(u16, u16), Vec<Row>>) -> Self {
        let predicates = keyed.keys().map(|key| key.0 as usize + 1).max().unwrap_or(0);
        let classes = keyed.keys().map(|key| key.1 as usize + 1).max().unwrap_or(0);
        let mut places = vec![0; predicates * classes];
        for (place, (predicate, class)) in (1..).zip(keyed.keys()) {
            places[*predicate as usize * classes + *class as usize] = place;
        }
        Self { classes, places, lists: keyed.into_values().collect() }
    }
}

impl Row {
    /// What the row asks of the parties.
    pub(crate) fn conditions(&self) -> (&[String], &[String], bool) {
        (&self.subject_in, &self.other_in, self.both && self.narrowness() > 1)
    }

    /// How much the row asks of the parties: of several rows the one that asks for most is tried first.
    pub(crate) fn narrowness(&self) -> usize {
        let of_whom = usize::from(!self.subject_in.is_empty()) + usize::from(!self.other_in.is_empty());
        of_whom * 2 + usize::from(self.both && of_whom > 0)
    }
}

/// Words that place the company they are said of.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Attribute {
    pub(crate) axis: u16,
    pub(crate) position: Option<u16>,
    pub(crate) other: Option<u16>,
    /// The plural names a kind.
    pub(crate) each: bool,
    /// Said only of companies whose main line of business is one of these; empty: of anybody.
    pub(crate) of: Vec<String>,
    /// Never said of companies of these lines of business.
    pub(crate) not_of: Vec<String>,
    pub(crate) rule: Name,
}

macro_rules! cues {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// A class of words of the language; the words stand in the taxonomy's `[grammar]`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub(crate) enum Cue { $($(#[$doc])* $name,)* }

        impl Cue {
            /// Every class with its key.
            pub(crate) const ALL: &'static [(&'static str, Cue)] = &[$(($key, Cue::$name),)*];
        }
    };
}

cues! {
    /// "not", "never", "no plans to".
    Negation = "negation",
    /// "beyond", "aside from": what follows is not the matter.
    Aside = "aside",
    /// "while", "whereas", "unlike": each side keeps its own company.
    Contrast = "contrast",
    /// "akin to", "than", "rivals": what follows is only a yardstick.
    Yardstick = "yardstick",
    /// "rival", "competitors": a company behind one is a yardstick, unless a preposition makes it a party.
    Rival = "rival",
    /// "competitor", "rival" after a name: what stands before is only a yardstick.
    YardstickAfter = "yardstick-after",
    /// "it", "the company", "he".
    Singular = "singular",
    /// "its", "his".
    SingularOwner = "singular-owner",
    /// "they", "both", "the pair".
    Plural = "plural",
    /// "their".
    PluralOwner = "plural-owner",
    /// "the former": the first of the two companies named last.
    Former = "former",
    /// "the latter": the second.
    Latter = "latter",
    /// "this strategy", "the deal": stands for the company whose it is.
    Matter = "matter",
    /// "Energy", "Labs": ends the name of an organisation.
    Suffix = "suffix",
    /// "start-up", "utility": what an apposition says an organisation is.
    Trade = "trade",
    /// "the deal", "the partnership": stands for its parties.
    Bargain = "bargain",
    /// "CEO", "co-founder": who holds one at a company stands for it.
    Post = "post",
    /// "said", "estimates": who does so only reports.
    Saying = "saying",
    /// "week", "same": what points at one points at no company.
    Occasion = "occasion",
    /// "these initiatives": stands for the companies whose they are.
    Matters = "matters",
    /// "to", "from", "with": what follows is no subject.
    Preposition = "preposition",
    /// "is", "was", "been": before a participle, the passive.
    Be = "be",
    /// "such as", "like" after a group.
    Example = "example",
    /// "developers", "the market": a subject of its own that is no company.
    Generic = "generic",
    /// "will", "said": a verb that ends a subject.
    Verb = "verb",
    /// "the", "this": may begin a noun phrase.
    Determiner = "determiner",
    /// "buyer", "customer" as a table header or label.
    TakerLabel = "taker-label",
    /// "seller", "provider" as a table header or label.
    GiverLabel = "giver-label",
    /// "still", "also": stands between a subject and its verb.
    Adverb = "adverb",
    /// "France", "Total": has a capital in a list or a table, and names no organisation.
    NoName = "no-name",
}
