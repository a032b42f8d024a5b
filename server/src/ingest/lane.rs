//! The writer's thread: takes work in order of arrival, commits together, answers after it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use jangkau_domain::Kab;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::sync::{mpsc, oneshot};

use super::{IngestError, Writer, later};
use crate::clock::Clock;
use crate::secret::Secrets;

/// How much may wait and how much shares a commit.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Pieces of work that may wait; beyond it callers hear [`IngestError::Busy`].
    pub waiting: usize,
    /// Pieces of work that may share one commit: measured best at about sixteen frames.
    pub together: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { waiting: 1024, together: 16 }
    }
}

/// Answers one caller, once the fate of the commit is known.
type After = Box<dyn FnOnce(bool)>;
/// Without a transaction the caller hears that the database is busy.
type Work = Box<dyn FnOnce(Option<&mut Transaction<'_>>, &Desk) -> After + Send>;

enum Order {
    Work(Work),
    Stop,
}

/// What the thread lends to each piece of work.
struct Desk {
    kab: Kab,
    clock: Clock,
    secrets: Arc<Secrets>,
}

/// Hands work to the writer. Cheap to clone.
#[derive(Clone)]
pub struct Ingest {
    lane: mpsc::Sender<Order>,
    thread: Arc<Mutex<Option<JoinHandle<()>>>>,
}

impl Ingest {
    /// Starts the writer's thread on the one write connection.
    pub fn start(
        conn: Connection,
        kab: Kab,
        clock: Clock,
        secrets: Arc<Secrets>,
        limits: Limits,
    ) -> Self {
        let (lane, orders) = mpsc::channel(limits.waiting.max(1));
        let desk = Desk { kab, clock, secrets };
        let thread = std::thread::spawn(move || serve(conn, orders, &desk, limits.together.max(1)));
        Self { lane, thread: Arc::new(Mutex::new(Some(thread))) }
    }

    /// Writes in a savepoint of its own and returns what `job` returned, after the commit.
    ///
    /// # Errors
    ///
    /// Whatever `job` returns; then nothing of it is stored, and the others of the same commit are
    /// not touched. [`IngestError::Busy`] if too much waits.
    pub async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Writer<'_>) -> Result<T, IngestError> + Send + 'static,
    ) -> Result<T, IngestError> {
        let (work, answer) = piece(job);
        self.lane.try_send(Order::Work(work)).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => IngestError::Busy,
            mpsc::error::TrySendError::Closed(_) => IngestError::Lost,
        })?;
        answer.await.map_err(|_| IngestError::Lost)?
    }

    /// Does as [`Ingest::run`], on a thread that may wait: the command line and tests.
    ///
    /// # Errors
    ///
    /// As [`Ingest::run`]; [`IngestError::Busy`] only where another program holds the database.
    pub fn run_now<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Writer<'_>) -> Result<T, IngestError> + Send + 'static,
    ) -> Result<T, IngestError> {
        let (work, answer) = piece(job);
        self.lane.blocking_send(Order::Work(work)).map_err(|_| IngestError::Lost)?;
        answer.blocking_recv().map_err(|_| IngestError::Lost)?
    }

    /// Finishes what waits and ends the thread; later calls hear [`IngestError::Lost`].
    ///
    /// Blocks: not for an async task.
    pub fn stop(&self) {
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            drop(self.lane.blocking_send(Order::Stop));
            drop(thread.join());
        }
    }
}

/// Wraps a job so that the thread need not know what it returns.
fn piece<T: Send + 'static>(
    job: impl FnOnce(&Writer<'_>) -> Result<T, IngestError> + Send + 'static,
) -> (Work, oneshot::Receiver<Result<T, IngestError>>) {
    let (reply, answer) = oneshot::channel();
    let work = Box::new(move |tx: Option<&mut Transaction<'_>>, desk: &Desk| -> After {
        // A panic costs its own piece only: the savepoint rolls back while unwinding.
        let result = match tx {
            Some(tx) => catch_unwind(AssertUnwindSafe(|| in_savepoint(tx, desk, job)))
                .unwrap_or(Err(IngestError::Lost)),
            None => Err(IngestError::Busy),
        };
        Box::new(move |committed| {
            let result = if committed { result } else { Err(IngestError::Lost) };
            // The caller may have gone: a tablet whose link was cut asks again.
            drop(reply.send(result));
        })
    });
    (work, answer)
}

fn in_savepoint<T>(
    tx: &mut Transaction<'_>,
    desk: &Desk,
    job: impl FnOnce(&Writer<'_>) -> Result<T, IngestError>,
) -> Result<T, IngestError> {
    let point = tx.savepoint()?;
    let writer = Writer::begin(&point, desk.kab, desk.clock.now_s(), &desk.secrets)?;
    let value = job(&writer)?;
    later::carry_out(&writer)?;
    writer.finish()?;
    point.commit()?;
    Ok(value)
}

fn serve(mut conn: Connection, mut orders: mpsc::Receiver<Order>, desk: &Desk, together: usize) {
    while let Some(Order::Work(first)) = orders.blocking_recv() {
        match commit_together(&mut conn, first, &mut orders, desk, together) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => tracing::error!(error = ?error, "a commit failed"),
        }
    }
}

/// Returns whether more may come.
fn commit_together(
    conn: &mut Connection,
    first: Work,
    orders: &mut mpsc::Receiver<Order>,
    desk: &Desk,
    together: usize,
) -> rusqlite::Result<bool> {
    let mut tx = match conn.transaction_with_behavior(TransactionBehavior::Immediate) {
        Ok(tx) => tx,
        Err(error) => {
            // Another program holds the file for longer than the busy timeout.
            first(None, desk)(true);
            return Err(error);
        }
    };
    let mut answers = vec![first(Some(&mut tx), desk)];
    let mut more = true;
    while more && answers.len() < together {
        match orders.try_recv() {
            Ok(Order::Work(work)) => answers.push(work(Some(&mut tx), desk)),
            Ok(Order::Stop) => more = false,
            Err(_) => break,
        }
    }
    let committed = tx.commit();
    for answer in answers {
        answer(committed.is_ok());
    }
    committed.map(|()| more)
}
