//! Words written large that are ordinary: shared by the rules that look for names.

/// Words written large that are no name, or not of an organisation.
#[rustfmt::skip]
pub(super) const ORDINARY: &[&str] = &[
    "AI", "CEO", "CTO", "CFO", "US", "UK", "EU", "GPU", "GPUs", "CPU", "CPUs", "LLM", "LLMs", "API", "APIs", "PC", "I", "The",
    "A", "An", "This", "That", "It", "In", "On", "At", "For", "But", "And", "As", "We", "He", "She", "They", "American",
    "Chinese", "European", "Japanese", "Korean", "Indian", "French", "German", "British", "China", "Europe", "America",
    "Japan", "India", "France", "Germany", "Britain", "Texas", "California", "January", "February", "March", "April", "May",
    "June", "July", "August", "September", "Sept", "Italian", "Spanish", "Dutch", "Russian", "Israeli", "Canadian", "Asian", "African", "Western", "Eastern",
    "Northern", "Southern", "Germans", "Americans", "Christian", "English", "Internet", "Washington", "London", "Paris", "Berlin",
    "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday",
    "Friday", "Saturday", "Sunday", "ML", "AGI", "SaaS", "IPO", "VC", "ROI", "Q1", "Q2", "Q3", "Q4", "SEC", "FTC", "DOJ",
    "Series", "Congress", "Senate", "Chip", "Big", "Tech", "Silicon", "Valley", "Wall", "Street", "New", "York",
];
