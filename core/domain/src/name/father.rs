//! Patronymics and other names: what stands behind BIN, BINTI and ALIAS.

/// A name cut at the words that begin another one.
pub(super) struct Parts {
    /// The person's own words.
    pub own: Vec<String>,
    /// What follows BIN or BINTI.
    pub father: Option<String>,
    /// What follows ALIAS.
    pub alias: Option<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum Into {
    Own,
    Father,
    Alias,
}

/// Writes the marks that need their signs as words, before signs are dropped: `@`, `A.K.A.`, `B.`.
pub(super) fn mark(folded: &str) -> String {
    let spaced = folded.replace('@', " ALIAS ").replace("A.K.A.", " ALIAS ");
    let mut words: Vec<&str> = spaced.split_whitespace().collect();
    let last = words.len().saturating_sub(1);
    for (place, word) in words.iter_mut().enumerate() {
        if *word == "B." && place > 0 && place < last {
            *word = "BIN";
        }
    }
    words.join(" ")
}

/// Cuts a name; a marking word at the very start is a name itself.
pub(super) fn split(letters: &str) -> Parts {
    let mut into = Into::Own;
    let (mut own, mut father, mut alias) = (Vec::new(), Vec::new(), Vec::new());
    for word in letters.split_whitespace() {
        match word {
            "BIN" | "BINTI" | "BINTE" | "BT" | "BTE" if !own.is_empty() => into = Into::Father,
            "ALIAS" | "ALS" | "AKA" if !own.is_empty() => into = Into::Alias,
            _ if into == Into::Father => father.push(word),
            _ if into == Into::Alias => alias.push(word),
            _ => own.push(word.to_owned()),
        }
    }
    let text = |words: Vec<&str>| (!words.is_empty()).then(|| words.join(" "));
    Parts { own, father: text(father), alias: text(alias) }
}
