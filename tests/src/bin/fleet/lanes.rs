//! Two tablets work at once.

use std::sync::Mutex;

use crate::worker::Worker;

/// Lets every tablet do something, two at once.
pub fn each<T: Send>(
    workers: &[Worker],
    job: impl Fn(usize, &Worker) -> Result<T, String> + Sync,
) -> Result<Vec<T>, String> {
    let queue = Mutex::new(workers.iter().enumerate());
    let take = || queue.lock().map_err(|_| "a tablet's thread ended badly".to_owned());
    let lane = || {
        let mut done = Vec::new();
        loop {
            let next = take()?.next();
            let Some((place, worker)) = next else { return Ok(done) };
            done.push(job(place, worker)?);
        }
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(lane);
        let mut done: Vec<T> = lane()?;
        let others: Result<Vec<T>, String> =
            other.join().map_err(|_| "a tablet's thread ended badly".to_owned())?;
        done.extend(others?);
        Ok(done)
    })
}
