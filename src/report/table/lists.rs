//! What the taxonomy knows, as lists.

use super::super::Look;
use super::grid::{GAP, Ink, Paragraph, beside};
use crate::taxonomy::{Axis, Company};

pub(in super::super) fn companies(companies: &[&Company], look: Look) -> String {
    let id = companies.iter().map(|company| company.id.chars().count()).max().unwrap_or(0).min(24);
    let name = companies.iter().map(|company| company.name.chars().count()).max().unwrap_or(0).min(24);
    let rest = look.width.saturating_sub(id + name + 2 * GAP).max(20);
    let mut out = String::new();
    for company in companies {
        let mut about = company.aliases.join(", ");
        if let Some(parent) = &company.parent {
            about = if about.is_empty() { format!("of {parent}") } else { format!("of {parent}; {about}") };
        }
        let cells = [
            vec![Paragraph::new(Ink::Strong, &*company.id)],
            vec![Paragraph::new(Ink::Plain, &*company.name)],
            vec![Paragraph::new(Ink::Faint, about)],
        ];
        beside(&mut out, 0, &cells, &[id, name, rest], look);
    }
    out
}

pub(in super::super) fn axes(axes: &[Axis], look: Look) -> String {
    let id = axes.iter().flat_map(|axis| &axis.positions).map(|position| position.id.chars().count()).max();
    let label =
        axes.iter().flat_map(|axis| &axis.positions).map(|position| position.label.chars().count()).max();
    let (id, label) = (id.unwrap_or(0).min(24), label.unwrap_or(0).min(24));
    let rest = look.width.saturating_sub(id + label + 3 * GAP).max(20);
    let mut out = String::new();
    for axis in axes {
        let title = format!("{} ({})", axis.label, axis.id);
        beside(&mut out, 0, &[vec![Paragraph::new(Ink::Strong, title)]], &[look.width], look);
        let definition = vec![Paragraph::new(Ink::Plain, &*axis.definition)];
        beside(&mut out, GAP, &[definition], &[look.width.saturating_sub(GAP)], look);
        for position in &axis.positions {
            let cells = [
                vec![Paragraph::new(Ink::Strong, &*position.id)],
                vec![Paragraph::new(Ink::Plain, &*position.label)],
                vec![Paragraph::new(Ink::Faint, &*position.definition)],
            ];
            beside(&mut out, GAP, &cells, &[id, label, rest], look);
        }
        out.push('\n');
    }
    out
}
