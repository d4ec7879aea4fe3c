//! Why a sentence has its tags, and what nearly gave others: the document is read again with a trace. Nothing is kept for
//! this while documents are analyzed.

use crate::corpus::Document;
use crate::taxonomy::{Name, Place, Taxonomy};
use crate::text::Span;

use super::model::{Role, Sentence, Tag};
use super::{Analyzer, Depth};

/// A sentence with all that was found in it. Spans index the bytes of `sentence.text`.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// What the analyzer says of it.
    pub sentence: Sentence,
    /// In the order of the text, longer first.
    pub marks: Vec<Mark>,
    /// In the order in which they were filled.
    pub frames: Vec<Frame>,
    /// The sentence's tags, in their order, each with its reason.
    pub reasons: Vec<Reason>,
    /// In the order of the text.
    pub near: Vec<NearMiss>,
}

/// Words that mean something to the analyzer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The words.
    pub span: Span,
    /// What they are taken for.
    pub sense: Sense,
    /// The entry of the taxonomy that knows them; companies may have several.
    pub places: Vec<Place>,
}

/// What words are taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sense {
    /// They stand for these companies.
    Mention {
        /// More than one for "both".
        companies: Vec<Name>,
        /// What they do here.
        role: Role,
        /// A pronoun or a description of the context.
        inferred: bool,
    },
    /// Something an axis is about.
    Thing {
        /// The class of the thing.
        class: Name,
        /// Its axis.
        axis: Name,
    },
    /// An act.
    Predicate {
        /// Its id.
        id: Name,
        /// A negation stands before it.
        negated: bool,
    },
    /// Words that place a company by themselves.
    Attribute {
        /// The rule that they are.
        rule: Name,
    },
    /// Words in which no thing is meant.
    Exclusion,
}

/// An act said of a thing, with who stands on which side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The act.
    pub predicate: Span,
    /// The thing.
    pub thing: Span,
    /// Who acts.
    pub subjects: Vec<Name>,
    /// The other side.
    pub others: Vec<Name>,
    /// The row of the taxonomy that says what this makes of them.
    pub rule: Name,
}

/// A tag with its reason.
#[derive(Clone, Debug)]
pub struct Reason {
    /// The tag.
    pub tag: Tag,
    /// The words it stands on.
    pub evidence: Vec<Span>,
    /// Where the rule stands; `None` for a rule that no file holds.
    pub place: Option<Place>,
}

/// Something that would have given a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// The words.
    pub span: Span,
    /// The rule that did not fire, or the company that was not meant.
    pub rule: Name,
    /// What stopped it.
    pub why: Why,
    /// Where the rule or company stands.
    pub place: Option<Place>,
}

/// What stopped a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// An exclusion covers the words.
    Excluded(Span),
    /// The act is too far from the thing.
    Far(Span),
    /// The act stands in another clause.
    Apart(Span),
    /// The act is negated, and its row gives nothing for that.
    Negated(Span),
    /// The thing counts only under an act, and none is near.
    Weak,
    /// The words are only a yardstick or set aside.
    Yardstick,
    /// The words are said of somebody else than the subject.
    Object,
    /// The row needs both sides, and one is not known.
    OneSided(Span),
    /// No company is named or implied: said of the industry at large.
    NoCompany,
    /// The name is an ordinary word too, and nothing settles it.
    Unsettled,
    /// The name stands in a phrase in which it does not mean the company.
    Rejected(Span),
    /// The person stands for another company here.
    OtherCompany,
}

impl Analyzer<'_> {
    /// Every sentence of `document` that `wanted` asks for, explained.
    pub fn explain(&self, document: &Document, wanted: impl Fn(&Sentence) -> bool) -> Vec<Explanation> {
        let mut traces = Vec::new();
        let analysis = super::read(self, document, Depth::Facts, Some(&mut traces));
        let rows = analysis.sentences.into_iter().zip(traces);
        rows.filter(|(sentence, _)| wanted(sentence))
            .map(|(sentence, trace)| Explanation {
                marks: trace.marks,
                frames: trace.frames,
                reasons: reasons(&sentence, trace.tags, self.taxonomy),
                near: trace.near,
                sentence,
            })
            .collect()
    }
}

/// `tags` are those of the sentence, with spans into its text.
fn reasons(sentence: &Sentence, tags: Vec<Tag>, taxonomy: &Taxonomy) -> Vec<Reason> {
    let reason = |(tag, traced): (&Tag, Tag)| Reason {
        tag: tag.clone(),
        evidence: traced.evidence,
        place: taxonomy.places.rule(&tag.rule),
    };
    sentence.tags.iter().zip(tags).map(reason).collect()
}
