//! Answers to text: one file a format. Returns strings or writes to a given writer; never prints.
