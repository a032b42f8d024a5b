//! The product's own signs: 20 × 20 grid, one stroke, round ends, no fill.

/// Returns the drawing of a sign as an `svg` element, hidden from the screen reader.
///
/// An unknown name draws an empty sign: a page never fails for a missing picture.
pub fn svg(name: &str) -> String {
    let shape = shape(name);
    format!(r#"<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">{shape}</svg>"#)
}

fn shape(name: &str) -> &'static str {
    match name {
        "review" => r#"<path d="M2 10q8-11 16 0-8 11-16 0z"/><circle cx="10" cy="10" r="2.5"/>"#,
        "correction" => r#"<path d="M7 4 3 8l4 4M3 8h9a5 5 0 0 1 0 9H9"/>"#,
        "papers" => {
            r#"<rect x="2.5" y="4.5" width="15" height="11" rx="1"/><path d="M2.5 8h15M5.500 12h4"/>"#
        }
        "back_office" => {
            r#"<circle cx="7.500" cy="7" r="3"/><path d="M2 17q0-5 5.500-5t5.500 5M13 4.500a3 3 0 0 1 0 5M15 12.500q3 1 3 4.500"/>"#
        }
        "manager" => r#"<circle cx="10" cy="6.500" r="3"/><path d="M4 17q0-6 6-6t6 6"/>"#,
        "approval" => r#"<path d="M8 11V7a2.500 2.500 0 1 1 4 0v4h3v3H5v-3zM4.500 17h11"/>"#,
        "program_answer" => r#"<path d="M2.500 9.500 17.500 3l-5 14-3-6zM9.500 11l4-4.500"/>"#,
        "realisation" | "done" => r#"<path d="m3.500 10.500 4.500 4.500 8.500-10"/>"#,
        "inform" => r#"<path d="M4 3h3l2 4-2 2q1.500 3 4 4l2-2 4 2v3q-1 1-3 1Q4 15 3 5z"/>"#,
        "data_request" => {
            r#"<path d="M3 4h14v9H9l-4 4v-4H3zM8 7.500q2-2.500 4 0-2 1-2 2M10 11.500v.1"/>"#
        }
        "agenda" | "suggestion" => r#"<path d="M4 3h12v9l-5 5H4zM16 12h-5v5"/>"#,
        "listing" | "sheet" => {
            r#"<path d="M5 2.500h7l4 4v11H5zM8 8.500h5M8 11.500h5M8 14.500h3"/>"#
        }
        "completion" | "pencil" => r#"<path d="m4 16 1-4L14 3l3 3-9 9zM12 5l3 3"/>"#,
        "print" => r#"<path d="M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z"/>"#,
        "conflict" => r#"<path d="M10 17v-6M10 11 5 6V3M10 11l5-5V3"/>"#,
        "duplicate" => r#"<rect x="3" y="3" width="9" height="9"/><path d="M8 12v5h9V8h-5"/>"#,
        "held" => r#"<path d="m10 2.500 7 3.500v8l-7 3.500L3 14V6zM3 6l7 3.500L17 6M10 9.500v8"/>"#,
        "handover" => r#"<path d="M3 7h13l-3-3M17 13H4l3 3"/>"#,
        "cross_check" => r#"<path d="M4 8a6 6 0 0 1 11-2M16 12a6 6 0 0 1-11 2M7 10l2 2 4-4"/>"#,
        "report" => r#"<path d="M4 3h12v14H4zM7 13v-3M10 13V7M13 13V9"/>"#,
        "overdue" | "clock" => {
            r#"<circle cx="10" cy="10" r="7.200"/><path d="M10 6v4l2.500 1.500"/>"#
        }
        "warning" => r#"<path d="M10 3 18 16.500H2zM10 8v4M10 14.300v.1"/>"#,
        "urgent" => r#"<path d="M5 18V3h9l-2 3.500 2 3.500H5"/>"#,
        "question" => {
            r#"<path d="M3 4h14v9H9l-4 4v-4H3zM8.300 7q1.700-2 3.400 0-1.700 1-1.700 2M10 11v.1"/>"#
        }
        "grievance" | "cases" => r#"<path d="M3 4h14v9H9l-4 4v-4H3zM10 6.500v3M10 11v.1"/>"#,
        "need" | "plus" => {
            r#"<circle cx="10" cy="10" r="7.200"/><path d="M10 6.500v7M6.500 10h7"/>"#
        }
        "household" => r#"<path d="m2.500 9.500 7.500-6.500 7.500 6.500M4.500 8v9h11V8"/>"#,
        "person" => {
            r#"<circle cx="10" cy="6.500" r="3.200"/><path d="M3.500 17.500q0-6.500 6.500-6.500t6.500 6.500"/>"#
        }
        "people" => {
            r#"<circle cx="7.500" cy="7" r="2.800"/><path d="M2 16.500q0-5 5.500-5t5.500 5M13 4.500q3 0 3 2.700t-3 2.600M15 12q3 .8 3 4.500"/>"#
        }
        "card" => {
            r#"<rect x="2.500" y="4.500" width="15" height="11" rx="1"/><path d="M2.500 8.500h15"/>"#
        }
        "search" => r#"<circle cx="8.500" cy="8.500" r="5.500"/><path d="m13 13 4.500 4.500"/>"#,
        "lock" => {
            r#"<rect x="4" y="9" width="12" height="8" rx="1"/><path d="M6.500 9V6.500a3.500 3.500 0 0 1 7 0V9"/>"#
        }
        "next" => r#"<path d="M3 10h13M11 5l5 5-5 5"/>"#,
        "into" => r#"<path d="m7.500 4.500 5.500 5.500-5.500 5.500"/>"#,
        "menu" => r#"<path d="M3 5.500h14M3 10h14M3 14.500h14"/>"#,
        "back" => r#"<path d="M12.500 4.500 7 10l5.500 5.500"/>"#,
        "cross" => r#"<path d="m5 5 10 10M15 5 5 15"/>"#,
        "offline" => r#"<path d="M3 8q7-6 14 0M5.500 11q4.500-4 9 0M8 14q2-2 4 0M3 3l14 14"/>"#,
        "photo" => r#"<path d="M3 6h3l1.500-2h5L14 6h3v10H3z"/><circle cx="10" cy="11" r="3"/>"#,
        "settings" => {
            r#"<path d="M3 6h9M16 6h1M3 14h1M8 14h9"/><circle cx="14" cy="6" r="2"/><circle cx="6" cy="14" r="2"/>"#
        }
        _ => "",
    }
}

/// The mark: a J whose hook begins as a dotted reach and ends in a turmeric square.
pub fn mark(on_dark: bool) -> String {
    let ink = if on_dark { "#ffffff" } else { "#07606b" };
    format!(
        r##"<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M18.500 8v7a6 6 0 0 1-12 .800" stroke="{ink}" stroke-width="3"/><path d="M4.500 12.500Q6 6 14 4.500" stroke="{ink}" stroke-width="2" stroke-dasharray=".1 4"/><rect x="16.500" y="1.500" width="5" height="5" fill="#f2b01e" stroke="none"/></svg>"##
    )
}

#[cfg(test)]
mod tests {
    use super::svg;
    use jangkau_domain::queue::Queue;

    #[test]
    fn every_queue_has_a_sign() {
        for queue in Queue::ALL {
            assert!(svg(queue.key()).contains("<path"), "{}", queue.key());
        }
    }
}
