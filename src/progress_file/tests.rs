use super::*;

fn open(file: &Path) -> ProgressFile {
    ProgressFile::with_clock(Some(file.to_owned()), || 7)
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        dir.read_dir().unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_happened_is_there_the_next_time() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("deep/down/progress.json");
    let mut first = open(&file);
    first.reached("order", "a");
    first.answered("order", "q", false);
    // Not closed: a terminal may go away.
    let second = open(&file);
    assert_eq!(second.progress(), first.progress());
    assert!(second.progress().has_seen("order", "q"));
    first.close();
    assert!(first.take_notices().is_empty());
}

#[test]
fn drawing_again_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.json");
    let mut progress_file = open(&file);
    progress_file.reached("order", "a");
    std::fs::remove_file(&file).unwrap();
    progress_file.reached("order", "a");
    assert!(!file.exists());
    progress_file.reached("order", "b");
    assert!(file.exists());
}

#[test]
fn two_at_the_same_time_add_up() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.json");
    let (mut one, mut two) = (open(&file), open(&file));
    one.reached("order", "a");
    two.answered("log", "q", true);
    one.answered("log", "q", false);
    two.reached("order", "b");
    let both = open(&file);
    assert!(both.progress().has_seen("order", "a") && both.progress().has_seen("order", "b"));
    let answers = both.progress().answers("log", "q").unwrap();
    assert_eq!((answers.right, answers.wrong), (1, 1));
}

#[test]
fn many_at_the_same_time_lose_nothing() {
    const WRITERS: usize = 8;
    const ANSWERS: u32 = 20;
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.json");
    std::thread::scope(|scope| {
        for _ in 0..WRITERS {
            scope.spawn(|| {
                let mut progress_file = open(&file);
                for _ in 0..ANSWERS {
                    progress_file.answered("order", "q", true);
                }
                progress_file.close();
                assert!(progress_file.take_notices().is_empty());
            });
        }
    });
    let all = open(&file);
    assert_eq!(all.progress().answers("order", "q").unwrap().right, ANSWERS * u32::try_from(WRITERS).unwrap());
    assert_eq!(names(dir.path()), ["progress.json", "progress.lock"]);
}

#[test]
fn what_cannot_be_used_is_kept_aside_and_said_once() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.json");
    let broken: [&[u8]; 4] = [b"{\"gostep_progress\": 1, \"lessons\": 3}", b"{\"gostep_progress\": 9}", b"", b"\xff"];
    for (number, bytes) in (1..).zip(broken) {
        std::fs::write(&file, bytes).unwrap();
        let mut progress_file = open(&file);
        let notices = progress_file.take_notices();
        let [Notice::KeptAside { kept, why, .. }] = notices.as_slice() else { panic!("{notices:?}") };
        assert_eq!(std::fs::read(kept).unwrap(), bytes);
        assert_eq!(*why == Unreadable::Newer(9), number == 2);
        assert_eq!(*kept, dir.path().canonicalize().unwrap().join(format!("progress.kept-{number}.json")));
        progress_file.reached("order", "a");
        assert!(progress_file.take_notices().is_empty());
        assert!(open(&file).take_notices().is_empty());
    }
}

#[test]
fn a_file_that_breaks_while_playing_is_kept_aside_too() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.json");
    let mut progress_file = open(&file);
    progress_file.reached("order", "a");
    std::fs::write(&file, "nonsense").unwrap();
    progress_file.reached("order", "b");
    assert!(matches!(progress_file.take_notices().as_slice(), [Notice::KeptAside { .. }]));
    assert!(open(&file).progress().has_seen("order", "b"));
}

#[test]
fn play_goes_on_where_nothing_can_be_written() {
    let dir = tempfile::tempdir().unwrap();
    let in_the_way = dir.path().join("file");
    std::fs::write(&in_the_way, "").unwrap();
    // Below a file nothing can be made, not even by root.
    let mut progress_file = open(&in_the_way.join("gostep/progress.json"));
    for step in ["a", "b", "c"] {
        progress_file.reached("order", step);
    }
    progress_file.close();
    assert!(progress_file.progress().has_seen("order", "c"));
    let notices = progress_file.take_notices();
    assert_eq!(notices.len(), 1, "{notices:?}");
    let mut nowhere = ProgressFile::open(None);
    nowhere.reached("order", "a");
    nowhere.close();
    assert!(nowhere.progress().has_seen("order", "a"));
    assert!(matches!(nowhere.take_notices().as_slice(), [Notice::NoPlace]));
}

#[test]
fn a_file_that_cannot_be_read_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.json");
    std::fs::create_dir(&file).unwrap();
    let mut progress_file = open(&file);
    progress_file.reached("order", "a");
    progress_file.close();
    assert!(matches!(progress_file.take_notices().as_slice(), [Notice::CannotRead { .. }]));
    assert!(file.is_dir());
}

#[test]
fn forgetting_reaches_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.json");
    let mut progress_file = open(&file);
    progress_file.reached("order", "a");
    progress_file.reached("log", "a");
    assert!(progress_file.forget(Some("order")).unwrap());
    assert!(!progress_file.forget(Some("order")).unwrap());
    let rest = open(&file);
    assert_eq!(rest.progress().lessons().map(|(name, _)| name).collect::<Vec<_>>(), ["log"]);
}
