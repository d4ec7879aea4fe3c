//! Sentences to answers: compare, overview. Pure.
