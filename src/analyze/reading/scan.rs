//! A block's words, numbered, and what the lexicon says of them.

use std::mem;
use std::ops::Range;

use smallvec::SmallVec;

use crate::taxonomy::{Cue, Ending, Entry, Form, Lexicon, NameKind, Patterns, is_joint, plain};
use crate::text::{Short, Span, Word, WordKind};

use super::super::wording::{Cut, Known};
use super::anaphors::is_anaphor;

/// A word or mark of a block. Hyphens inside words are left out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    /// Its number in the lexicon.
    pub(super) word: u32,
    pub(super) kind: TokenKind,
    /// Starts with a capital.
    pub(super) capital: bool,
    /// Its letters, where they are few.
    short: Short,
}

impl Token {
    /// True where it is one of `words`, letter case and all.
    pub(super) fn is(&self, words: &[Short]) -> bool {
        words.contains(&self.short)
    }

    /// True for a word that starts with a capital.
    pub(super) fn is_capitalised(&self) -> bool {
        self.capital && self.kind == TokenKind::Word
    }

    /// True where it is one of `words`, which are in lower case, in any letter case.
    pub(super) fn is_in_any_case(&self, words: &[Short]) -> bool {
        words.contains(&self.short.lower())
    }
}

/// What a token is, as far as reading needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Word,
    Number,
    Comma,
    Semicolon,
    Colon,
    Dash,
    Bracket,
    Quote,
    Apostrophe,
    /// Between the cells of a row.
    Bar,
    Mark,
}

/// A phrase of the lexicon found over the tokens `from..to`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) entry: Entry,
}

/// A block's tokens and hits, both in order.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    tokens: Vec<Token>,
    hits: Vec<Hit>,
}

/// One sentence of a scan. Token indices count within the sentence.
pub(super) struct View<'a> {
    /// The visible text of the block.
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) hits: Vec<Hit>,
    /// Of `hits`, those that [`View::telling`] gives.
    telling: SmallVec<[usize; 32]>,
    /// For each token, and for the end, the index of the first hit that begins there or later.
    starts: Vec<usize>,
    /// Tokens of the longest hit.
    longest: usize,
    /// The classes of words of the language among the hits, one bit each.
    cues: u32,
    /// What its tokens are, one bit for each kind.
    kinds: u16,
    /// Some hit is a thing.
    pub(super) has_thing: bool,
}

impl Scan {
    /// The tokens of a sentence or a part of one, and the hits that lie in it.
    pub(super) fn sentence<'a>(&'a self, text: &'a str, tokens: Range<usize>) -> View<'a> {
        let first = self.hits.partition_point(|hit| hit.from < tokens.start);
        let last = self.hits.partition_point(|hit| hit.from < tokens.end).max(first);
        let (from, to) = (tokens.start, tokens.end);
        let tokens = &self.tokens[tokens];
        let (mut longest, mut cues, mut has_thing) = (0, 0, false);
        let mut telling = SmallVec::new();
        let mut hits = Vec::with_capacity(last - first);
        let mut starts = Vec::with_capacity(tokens.len() + 1);
        for hit in self.hits[first..last].iter().filter(|hit| hit.to <= to) {
            let (at, hit) = (hits.len(), Hit { from: hit.from - from, to: hit.to - from, entry: hit.entry });
            longest = longest.max(hit.to - hit.from);
            let tells = if let Entry::Grammar(cue) = hit.entry {
                cues |= bit(cue);
                is_anaphor(cue)
            } else {
                has_thing |= matches!(hit.entry, Entry::Thing { .. });
                true
            };
            if tells {
                telling.push(at);
            }
            if starts.len() <= hit.from {
                starts.resize(hit.from + 1, at);
            }
            hits.push(hit);
        }
        starts.resize(tokens.len() + 1, hits.len());
        let kinds = tokens.iter().fold(0, |kinds, token| kinds | 1 << token.kind as u16);
        View { text, tokens, hits, telling, starts, longest, cues, kinds, has_thing }
    }

    pub(super) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    pub(super) fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The hits that begin in `from..to`, or up to eight words before and may reach into it.
    pub(super) fn hits_about(&self, from: usize, to: usize) -> &[Hit] {
        let start = self.hits.partition_point(|hit| hit.from + 8 < from);
        let end = self.hits.partition_point(|hit| hit.from < to);
        &self.hits[start..end.max(start)]
    }

    /// Adds names, which are in order and stand apart, and puts all hits in order again.
    pub(super) fn add(&mut self, names: Vec<Hit>) {
        if names.is_empty() {
            return;
        }
        let eating = names.iter().filter(|name| eats_words(name.entry));
        let eating: Vec<(usize, usize)> = eating.map(|name| (name.from, name.to)).collect();
        self.hits.retain(|&hit| {
            let behind = eating.partition_point(|&(from, _)| from <= hit.from);
            !eating[..behind].last().is_some_and(|&name| is_eaten(hit, name))
        });
        self.hits.extend(names);
        self.hits.sort_by_key(|hit| hit.from);
    }

    /// The sentence cut into parts of at most `longest` tokens, with the tokens of each.
    pub(super) fn parts(
        &self,
        sentence: Span,
        longest: usize,
    ) -> impl Iterator<Item = (Span, Range<usize>)> + '_ {
        let from = self.tokens.partition_point(|token| token.span.start < sentence.start);
        let to = self.tokens.partition_point(|token| token.span.start < sentence.end);
        let cuts = (from + longest..to).step_by(longest).map(|at| (self.tokens[at].span.start, at));
        let (mut start, mut first) = (sentence.start, from);
        cuts.chain([(sentence.end, to)]).map(move |(end, last)| {
            (Span::new(mem::replace(&mut start, end), end), mem::replace(&mut first, last)..last)
        })
    }

    /// Indices of the companies named beyond doubt, one for each name.
    pub(super) fn clear_names(&self) -> impl Iterator<Item = u16> + '_ {
        self.hits.iter().filter_map(|hit| match hit.entry {
            Entry::Name { company, kind: NameKind::Clear } => Some(company),
            _ => None,
        })
    }
}

/// Words that open a phrase before the main clause.
pub(super) const OPENINGS: &[Short] =
    any_of!("By", "With", "Through", "In", "After", "Despite", "Instead", "Without", "Besides", "Rather");
/// Forms of a verb that has a subject of its own.
pub(super) const FINITE: [Form; 2] = [Form::Present, Form::Past];
/// The same, and the form of a plural subject's verb.
pub(super) const FINITE_OR_BASE: [Form; 3] = [Form::Present, Form::Past, Form::Base];

impl View<'_> {
    /// True where a verb, or a predicate in one of the forms, stands at `at` or behind an adverb there.
    pub(super) fn has_verb_at(&self, at: usize, forms: &[Form]) -> bool {
        let adverb = Entry::Grammar(Cue::Adverb);
        let adverb = self.hits_at(at).find(|hit| hit.entry == adverb).map(|hit| hit.to);
        [Some(at), adverb].into_iter().flatten().any(|at| {
            self.hits_at(at).any(|hit| match hit.entry {
                Entry::Predicate { form, .. } => forms.contains(&form),
                Entry::Grammar(cue) => matches!(cue, Cue::Be | Cue::Verb),
                _ => false,
            })
        })
    }

    /// The hits but for words of the language that stand for nobody, which are most; each with its index.
    pub(super) fn telling(&self) -> impl DoubleEndedIterator<Item = (usize, &Hit)> {
        self.telling.iter().map(|&at| (at, &self.hits[at]))
    }

    /// The hits that begin at the token `at`.
    pub(super) fn hits_at(&self, at: usize) -> impl Iterator<Item = &Hit> {
        self.hits_from(at, at + 1).iter()
    }

    /// The hits that begin in `from..to`.
    pub(super) fn hits_from(&self, from: usize, to: usize) -> &[Hit] {
        let start = |at: usize| self.starts[at.min(self.tokens.len())];
        &self.hits[start(from)..start(to.max(from))]
    }

    /// The hits that end right before the token `at`.
    pub(super) fn hits_before(&self, at: usize) -> impl DoubleEndedIterator<Item = &Hit> {
        self.hits_ending(at, at)
    }

    /// The hits that end right before one of the tokens `from..=to`.
    pub(super) fn hits_ending(&self, from: usize, to: usize) -> impl DoubleEndedIterator<Item = &Hit> {
        let near = self.hits_from(from.saturating_sub(self.longest), to).iter();
        near.filter(move |hit| (from..=to).contains(&hit.to))
    }

    /// The hits that hold all of the tokens `from..to`.
    pub(super) fn hits_over(&self, from: usize, to: usize) -> impl DoubleEndedIterator<Item = &Hit> {
        self.hits_from(to.saturating_sub(self.longest), from + 1).iter().filter(move |hit| hit.to >= to)
    }

    /// True where the sentence holds a word of this class.
    pub(super) fn has(&self, cue: Cue) -> bool {
        self.cues & bit(cue) != 0
    }

    /// True where the sentence holds a token of this kind.
    pub(super) fn holds(&self, kind: TokenKind) -> bool {
        self.kinds & 1 << kind as u16 != 0
    }

    /// True where the token at `at` stands in round or square brackets that the sentence also closes.
    pub(super) fn in_brackets(&self, at: usize) -> bool {
        let bracket = |token: &&Token| token.kind == TokenKind::Bracket;
        let last = || self.tokens[..at].iter().rev().find(bracket);
        let next = || self.tokens[at..].iter().find(bracket);
        self.holds(TokenKind::Bracket)
            && last().is_some_and(|mark| mark.is(any_of!("(", "[")))
            && next().is_some_and(|mark| mark.is(any_of!(")", "]")))
            && !self.lists_a_group(at)
    }

    /// "hyperscalers (X, Y)": the brackets only name the group.
    fn lists_a_group(&self, at: usize) -> bool {
        let open = self.tokens[..at].iter().rposition(|token| token.kind == TokenKind::Bracket);
        open.is_some_and(|open| {
            self.hits_before(open).any(|hit| {
                matches!(
                    hit.entry,
                    Entry::Attribute(_) | Entry::Grammar(Cue::Generic | Cue::TakerLabel | Cue::GiverLabel)
                )
            })
        })
    }

    /// The bytes of the block's text that the tokens `from..to` cover.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.tokens.get(from).map_or(0, |token| token.span.start);
        let end =
            to.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |token| token.span.end);
        Span::new(start, end)
    }
}

fn bit(cue: Cue) -> u32 {
    1 << cue as u32
}

/// Finds every phrase of the lexicon in a block.
pub(in super::super) fn scan(cut: &Cut<'_>, lexicon: &Lexicon) -> Scan {
    let (text, tokens) = (cut.text(), tokens(cut));
    let patterns = &lexicon.patterns;
    let hits = Vec::with_capacity(tokens.len());
    let mut finder =
        Finder { text, patterns, tokens: &tokens, taken: [0; LAYERS], name: (0, 0), path: Vec::new(), hits };
    for (from, token) in tokens.iter().enumerate() {
        if patterns.begin(token.word) != 0 {
            finder.find(from);
        }
    }
    let hits = finder.hits;
    Scan { tokens, hits }
}

fn tokens(cut: &Cut<'_>) -> Vec<Token> {
    let (text, words) = (cut.text(), cut.words());
    let mut tokens = Vec::with_capacity(words.len());
    for (at, (word, known)) in words.iter().zip(cut.known()).enumerate() {
        let short = Short::at(text, word.span);
        if word.kind == WordKind::Mark && HYPHENS.contains(&short) && is_joint(text, words, at) {
            continue;
        }
        let &Known { word: number, capital, .. } = known;
        tokens.push(Token { span: word.span, word: number, kind: token_kind(text, word), capital, short });
    }
    tokens
}

const HYPHENS: &[Short] = any_of!("-", "‐", "‑");

fn token_kind(text: &str, word: &Word) -> TokenKind {
    match word.kind {
        WordKind::Letters => TokenKind::Word,
        WordKind::Digits => TokenKind::Number,
        WordKind::Mark => match word.span.of(text).chars().next().map_or(' ', plain) {
            ',' => TokenKind::Comma,
            ';' | '→' => TokenKind::Semicolon,
            ':' => TokenKind::Colon,
            '—' | '–' | '-' => TokenKind::Dash,
            '(' | ')' | '[' | ']' => TokenKind::Bracket,
            '"' | '“' | '”' => TokenKind::Quote,
            '\'' => TokenKind::Apostrophe,
            '|' => TokenKind::Bar,
            _ => TokenKind::Mark,
        },
    }
}

/// See [`Entry::layer`]; the last of all is left out.
const LAYERS: usize = 4;

/// Finds phrases one word after another.
struct Finder<'a> {
    text: &'a str,
    patterns: &'a Patterns<Entry>,
    tokens: &'a [Token],
    /// For each layer, up to where its words are taken.
    taken: [usize; LAYERS],
    /// The last name that eats words.
    name: (usize, usize),
    /// The nodes that the words led to.
    path: Vec<u32>,
    hits: Vec<Hit>,
}

impl Finder<'_> {
    /// Adds the longest phrases of each layer that begin at `from`, where the layer's words are not yet taken.
    fn find(&mut self, from: usize) {
        let first = self.hits.len();
        self.path.extend(self.patterns.walk(self.tokens[from..].iter().map(|token| token.word)));
        while let Some(node) = self.path.pop() {
            self.add_ends(node, first, from, from + self.path.len() + 1);
        }
    }

    /// Adds what ends at `node` to the hits from `first` on, which begin at `from` and are in the order of layers.
    fn add_ends(&mut self, node: u32, first: usize, from: usize, to: usize) {
        let longer = self.taken;
        // hints, which come last, are looked for where an ambiguous name needs one
        let ends =
            self.patterns.ends(node).take_while(|ending| !matches!(ending.payload, Entry::Hint { .. }));
        for Ending { payload: entry, exact, layer } in ends {
            let layer_at = usize::from(layer);
            if longer[layer_at] <= from && stands_as_written(self.text, &self.tokens[from..to], exact) {
                self.taken[layer_at] = to;
                let hit = Hit { from, to, entry };
                // names come first of all that begins with the same words
                if is_eaten(hit, self.name) {
                    continue;
                }
                if eats_words(entry) {
                    self.name = (from, to);
                }
                let later =
                    self.hits[first..].iter().rev().take_while(|hit| hit.entry.layer() > layer).count();
                if later == 0 {
                    self.hits.push(hit);
                } else {
                    self.hits.insert(self.hits.len() - later, hit);
                }
            }
        }
    }
}

fn stands_as_written(text: &str, tokens: &[Token], exact: Option<&str>) -> bool {
    let Some(exact) = exact else { return true };
    let mut words = exact.split(' ');
    let same = tokens.iter().all(|token| {
        let piece = token.span.of(text);
        let word = words.next();
        word == Some(piece) || (token.kind == TokenKind::Apostrophe && word == Some("'"))
    });
    same && words.next().is_none()
}

/// Words inside a name that cannot mean anything else are no things or predicates ("Constellation Energy").
fn eats_words(entry: Entry) -> bool {
    matches!(entry, Entry::Name { kind: NameKind::Clear | NameKind::Description, .. })
}

/// True where the name over `from..to` eats the hit: a name that is a thing as a whole stays one.
fn is_eaten(hit: Hit, (from, to): (usize, usize)) -> bool {
    from <= hit.from
        && hit.to <= to
        && match hit.entry {
            Entry::Name { .. } | Entry::Reject | Entry::Hint { .. } => false,
            Entry::Thing { .. } => (from, to) != (hit.from, hit.to),
            Entry::Exclusion | Entry::Attribute(_) | Entry::Predicate { .. } | Entry::Grammar(_) => true,
        }
}
