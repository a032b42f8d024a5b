//! A tablet without a screen, told by lines on standard input what a worker's fingers do.
//!
//! Each line is a JSON object with `do`; each answer is one line: `{"ok": …}` or `{"fault": "…"}`.
//! The pages' tests use it where no Android view is needed.

use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Parser;
use jangkau_device::FieldApp;
use jangkau_device::ffi::view::{
    FieldView, FindingView, Finish, FormView, GroupView, OpenConfig, SearchHit, SyncReport,
    TaskCard, VisitTarget,
};
use serde_json::{Value, json};

/// A tablet without a screen.
#[derive(Parser)]
struct Args {
    /// The folder of its encrypted file.
    folder: PathBuf,
}

type Fault = Box<dyn std::error::Error>;

fn main() -> Result<(), Fault> {
    let folder = Args::parse().folder;
    std::fs::create_dir_all(&folder)?;
    let app = FieldApp::open(OpenConfig {
        dir: folder.to_string_lossy().into_owned(),
        key: vec![0x77; 32],
        lang: "in".to_owned(),
        now_hint: 0,
    })?;
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let answer = match act(&app, &line?) {
            Ok(done) => json!({ "ok": done }),
            Err(fault) => json!({ "fault": fault.to_string() }),
        };
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

/// One line of the worker.
struct Line(Value);

impl Line {
    fn get(&self, name: &str) -> String {
        self.0[name].as_str().unwrap_or_default().to_owned()
    }

    fn target(&self) -> VisitTarget {
        match (self.get("household"), self.get("row")) {
            (household, _) if !household.is_empty() => VisitTarget::Household { id: household },
            (_, row) if !row.is_empty() => VisitTarget::RegisterRow { desa: self.get("desa"), row },
            _ => VisitTarget::NewHousehold { desa: self.get("desa") },
        }
    }
}

fn act(app: &Arc<FieldApp>, line: &str) -> Result<Value, Fault> {
    let line = Line(serde_json::from_str(line)?);
    Ok(match line.get("do").as_str() {
        "enrol" => {
            let account = app.enrol(line.get("server"), line.get("code"), line.get("name"))?;
            json!(account.desa_names)
        }
        "start" => json!(app.start_visit(line.target())?),
        "form" => form(&app.form(line.get("visit"), line.get("section"))?),
        "member" => json!(app.add_member(line.get("visit"))?),
        "case" => json!(app.add_case(line.get("visit"), line.get("kind"))?),
        "program" => app.add_program(line.get("visit"), line.get("code")).map(|_| json!(true))?,
        "set" => set(app, &line)?,
        "finish" => finish(app.finish(line.get("visit"))?),
        "correct" => finish(app.correct(line.get("id"), line.get("text"))?),
        "sync" => {
            let report = app.sync()?;
            let SyncReport { complete, sent, held, text, .. } = report;
            json!({ "complete": complete, "sent": sent, "held": held, "text": text })
        }
        "search" => {
            let page = app.search(line.get("query"))?;
            json!(page.hits.iter().map(hit).collect::<Vec<Value>>())
        }
        "returned" => {
            let cards = app.returned()?;
            let card = |one: &TaskCard| json!({ "id": one.id, "title": one.title });
            json!(cards.iter().map(card).collect::<Vec<Value>>())
        }
        "returned_item" => {
            let item = app.returned_item(line.get("id"))?;
            json!({ "by": item.by, "note": item.note, "fields": fields(&item.fields) })
        }
        other => return Err(format!("a worker cannot `{other}`").into()),
    })
}

fn set(app: &FieldApp, line: &Line) -> Result<Value, Fault> {
    let (visit, doc) = (line.get("visit"), line.get("doc"));
    let saved = app.set_field(visit, doc, line.get("key"), line.get("value"))?;
    Ok(json!({ "error": saved.error, "warning": saved.warning }))
}

fn form(form: &FormView) -> Value {
    let group = |one: &GroupView| json!({ "key": one.key, "doc": one.doc, "title": one.title, "fields": fields(&one.fields) });
    json!(form.groups.iter().map(group).collect::<Vec<Value>>())
}

fn fields(fields: &[FieldView]) -> Value {
    let field = |one: &FieldView| {
        json!({
            "doc": one.doc, "key": one.key, "label": one.label, "value": one.value,
            "old": one.old_value, "note": one.note, "error": one.error,
            "register": one.register_value, "required": one.required,
        })
    };
    json!(fields.iter().map(field).collect::<Vec<Value>>())
}

fn hit(hit: &SearchHit) -> Value {
    json!({
        "id": hit.id, "household": hit.household, "title": hit.title,
        "row": hit.register_row, "badge": hit.badge,
    })
}

fn finish(finish: Finish) -> Value {
    match finish {
        Finish::Done(done) => {
            let numbers: Vec<String> = done.numbers.into_iter().map(|card| card.number).collect();
            json!({ "numbers": numbers })
        }
        Finish::Blocked(findings) => {
            let said = |one: &FindingView| format!("{} {}: {}", one.section, one.key, one.text);
            json!({ "blocked": findings.iter().map(said).collect::<Vec<String>>() })
        }
    }
}
