//! Comments that silence a rule without need, reason or a rule of that name. The runner asks this one last.

use super::{Level, Rule, Run};

pub(in crate::check) const RULE: Rule = Rule {
    name: "suppression",
    level: Level::Warning,
    summary: "a comment that silences nothing, or without a reason",
    page: include_str!("../../../docs/rules/suppression.md"),
    run: Run::Last,
};
