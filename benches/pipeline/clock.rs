//! Time that this thread had a processor, where the system tells it: other work on the machine then counts less. Elsewhere the
//! time on the wall.

use std::fs;
use std::time::{Duration, Instant};

/// Where Linux tells the nanoseconds a thread has run, first of three numbers.
const SPENT: &str = "/proc/thread-self/schedstat";

pub(crate) struct Clock {
    wall: Instant,
    spent: Option<Duration>,
}

impl Clock {
    pub(crate) fn start() -> Self {
        Self { spent: spent(), wall: Instant::now() }
    }

    pub(crate) fn elapsed(&self) -> Duration {
        match (self.spent, spent()) {
            (Some(before), Some(now)) => now.saturating_sub(before),
            (_, _) => self.wall.elapsed(),
        }
    }
}

fn spent() -> Option<Duration> {
    let text = fs::read_to_string(SPENT).ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
