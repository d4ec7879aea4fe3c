//! When two values agree: the same, the same when rounded, or both within what a bound or range leaves open.

use super::{Reason, Side};
use crate::analyze::{Bound, Figure};

/// What an approximation leaves open, as a share of the value.
const ABOUT: f64 = 0.1;

/// How the values agree; `None` where they do not.
pub(super) fn agreement(a: &Side, b: &Side) -> Option<Reason> {
    let (one, other) = (&a.figure, &b.figure);
    let same = |x: f64, y: f64| (x - y).abs() <= x.abs().max(y.abs()) * 1e-9;
    if same(one.low, other.low) && same(one.high, other.high) {
        return Some(Reason::Same);
    }
    let near = |x: f64, y: f64| (x - y).abs() <= a.fact.step.max(b.fact.step) * (1.0 + 1e-9);
    if near(one.low, other.low) && near(one.high, other.high) {
        return Some(Reason::Rounding);
    }
    let ((low, high), (from, to)) = (interval(one), interval(other));
    (low <= to && from <= high).then_some(Reason::Overlap)
}

/// How far the nearest ends are apart, as a share of the smaller.
pub(super) fn difference(a: &Figure, b: &Figure) -> f64 {
    let gap = (b.low - a.high).max(a.low - b.high).max(0.0);
    let smaller = a.high.abs().min(b.high.abs());
    if smaller > 0.0 { gap / smaller } else { gap }
}

/// The values a figure leaves open.
fn interval(figure: &Figure) -> (f64, f64) {
    match figure.bound {
        None => (figure.low, figure.high),
        Some(Bound::AtLeast) => (figure.low, f64::INFINITY),
        Some(Bound::AtMost) => (f64::NEG_INFINITY, figure.high),
        Some(Bound::About) => (figure.low * (1.0 - ABOUT), figure.high * (1.0 + ABOUT)),
    }
}
