//! Characters that nobody sees, some of which reorder the text around them.

/// Format characters (category Cf; not the Arabic, Syriac and Kaithi marks around numbers, which are seen), line and
/// paragraph separators, unassigned code points that are ignored by default, and letters that look like nothing. Source:
/// DerivedGeneralCategory.txt and DerivedCoreProperties.txt of Unicode 16.
const INVISIBLE: [(char, char); 17] = [
    ('\u{AD}', '\u{AD}'),
    ('\u{61C}', '\u{61C}'),
    ('\u{115F}', '\u{1160}'),
    ('\u{180E}', '\u{180E}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{2028}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFA0}', '\u{FFA0}'),
    ('\u{FFF0}', '\u{FFFB}'),
    ('\u{13430}', '\u{1343F}'),
    ('\u{1BCA0}', '\u{1BCA3}'),
    ('\u{1D173}', '\u{1D17A}'),
    ('\u{E0000}', '\u{E00FF}'),
    ('\u{E01F0}', '\u{E0FFF}'),
];

const NON_JOINER: char = '\u{200C}';
const JOINER: char = '\u{200D}';

/// Returns whether anything of `text` is seen.
pub(crate) fn is_visible(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && !c.is_control() && !is_invisible(c) && !is_selector(c))
}

/// Returns whether all of `text` can be shown. Line breaks and tabs can; joiners can between letters and in emoji.
pub(crate) fn can_be_shown(text: &str) -> bool {
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let shown = match c {
            '\n' | '\r' | '\t' => true,
            JOINER | NON_JOINER => before.zip(rest.peek().copied()).is_some_and(is_joined),
            c => !c.is_control() && !is_invisible(c),
        };
        if !shown {
            return false;
        }
        before = Some(c);
    }
    true
}

/// Returns whether a joiner between the two has a use: scripts and emoji that need one are outside of ASCII.
fn is_joined((before, after): (char, char)) -> bool {
    let can_join = |c: char| !c.is_whitespace() && !c.is_control() && !is_invisible(c);
    can_join(before) && can_join(after) && !(before.is_ascii() && after.is_ascii())
}

fn is_invisible(c: char) -> bool {
    INVISIBLE.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// Returns whether `c` is a mark that only changes its neighbours, as the variation selectors in emoji and Japanese names.
fn is_selector(c: char) -> bool {
    matches!(
        c,
        '\u{34F}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180D}'
            | '\u{180F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{E0100}'..='\u{E01EF}'
    )
}
