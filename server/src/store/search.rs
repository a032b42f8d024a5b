//! Finding a person by how the words of the name sound.

use jangkau_domain::name::NameKey;
use jangkau_domain::{DocId, Kab, ScopeId};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};

use super::StoreError;

/// Words of a query that are looked at; more make it no sharper.
const WORDS: usize = 4;

/// Returns the persons whose name has all the words of a query, as they sound; the last word may
/// be cut short. `scopes` limits where to look; none: the whole kabupaten.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn by_name(
    conn: &Connection,
    kab: Kab,
    query: &str,
    scopes: Option<&[ScopeId]>,
    limit: u32,
) -> Result<Vec<DocId>, StoreError> {
    let name = NameKey::read(query);
    let words: Vec<String> =
        name.words().iter().map(|word| NameKey::read(word).phonetic().to_owned()).collect();
    let Some((last, whole)) = words.split_last() else { return Ok(Vec::new()) };
    let whole = &whole[..whole.len().min(WORDS - 1)];
    let mut sql = "SELECT DISTINCT a.doc FROM search_key a
        WHERE a.kab = ?1 AND a.key >= ?2 AND a.key < ?3"
        .to_owned();
    let mut params: Vec<Sql> =
        vec![i64::from(kab.0).into(), last.clone().into(), format!("{last}~").into()];
    for word in whole {
        params.push(word.clone().into());
        sql.push_str(&format!(
            " AND EXISTS (SELECT 1 FROM search_key b
                WHERE b.kab = a.kab AND b.key = ?{} AND b.doc = a.doc)",
            params.len()
        ));
    }
    if let Some(scopes) = scopes {
        let ids: Vec<String> = scopes.iter().map(|scope| scope.0.to_string()).collect();
        sql.push_str(&format!(" AND a.scope IN ({})", ids.join(", ")));
    }
    params.push(i64::from(limit).into());
    sql.push_str(&format!(" ORDER BY a.doc LIMIT ?{}", params.len()));
    let mut statement = conn.prepare(&sql)?;
    let rows = statement.query_map(params_from_iter(params), |row| Ok(DocId(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Replaces the words that a person is found by.
pub(crate) fn replace(
    conn: &Connection,
    kab: Kab,
    doc: &DocId,
    scope: ScopeId,
    old: &[String],
    new: &[String],
) -> Result<(), StoreError> {
    let sql = "DELETE FROM search_key WHERE kab = ?1 AND key = ?2 AND doc = ?3";
    let mut delete = conn.prepare_cached(sql)?;
    for key in old.iter().filter(|key| !new.contains(key)) {
        delete.execute((kab.0, key, doc.0))?;
    }
    let sql = "INSERT INTO search_key (kab, key, doc, scope) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (kab, key, doc) DO UPDATE SET scope = excluded.scope";
    let mut insert = conn.prepare_cached(sql)?;
    for key in new {
        insert.execute((kab.0, key, doc.0, scope.0))?;
    }
    Ok(())
}
