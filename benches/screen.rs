//! How long the full-screen player takes to answer a key, also for a program of 2,000 packages, and to come up.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test or benchmark that cannot go on says so by panicking"
)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use gostep::terminal::tui::{App, Input, Settings, draw};
use gostep_course::lesson::{File, check, load};
use gostep_course::player::Player;
use gostep_course::words::Lang;
use gostep_sim::program::golist::ListedPackage;
use gostep_sim::program::{self, Program};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const LESSON: &str = "\
gostep_lesson: 1
id: large
title: A large program
program: large
build: { p: 8, gomaxprocs: 8 }
steps:
  - { id: start, title: Start, say: The beginning. }
  - { id: end, title: End, to: end, show: [{ states: all }, { view: workers }], say: The end. }
";

/// A program in which every package imports some of the packages before it.
fn large(packages: usize) -> Program {
    let path = |at: usize| if at == 0 { "runtime".to_owned() } else { format!("example.com/module/part{at}") };
    let listed = (0..packages).map(|at| {
        let main = at + 1 == packages;
        let imports = [1, 7, 40, 300].into_iter().filter(|back| *back <= at).map(|back| path(at - back));
        ListedPackage {
            dir: format!("/src/{}", path(at)),
            import_path: path(at),
            name: if main { "main".to_owned() } else { format!("p{at}") },
            dep_only: !main,
            imports: imports.collect(),
            go_files: (0..4).map(|n| format!("f{n}.go")).collect(),
            ..ListedPackage::default()
        }
    });
    program::from_list("large", listed.collect(), None).unwrap()
}

fn key(app: &mut App, terminal: &mut Terminal<TestBackend>, code: KeyCode) {
    app.update(Input::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    terminal.draw(|canvas| draw(app, canvas)).unwrap();
}

fn keys(c: &mut Criterion) {
    let mut group = c.benchmark_group("key");
    let file = File { name: "large.yaml", text: LESSON };
    let large = Player::new(check(file, None, Lang::En, &|_: &str| Ok(large(2_000))).unwrap());
    let small = Player::new(load(load::FIRST, Lang::En).unwrap());
    for (name, player) in [("first lesson", small), ("2,000 packages", large)] {
        let last = player.len() - 1;
        let size = (120, 40);
        let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        let mut app = App::new(player, Settings::default(), last, size).unwrap();
        group.bench_function(format!("step, {name}"), |b| {
            b.iter(|| {
                key(&mut app, &mut terminal, KeyCode::Left);
                key(&mut app, &mut terminal, KeyCode::Right);
            });
        });
        for (inspector, what) in [('1', "step's"), ('2', "packages"), ('3', "workers"), ('4', "files"), ('5', "cache")]
        {
            key(&mut app, &mut terminal, KeyCode::Char(inspector));
            group.bench_function(format!("command back and on, {what}, {name}"), |b| {
                b.iter(|| {
                    key(&mut app, &mut terminal, KeyCode::Char(','));
                    key(&mut app, &mut terminal, KeyCode::Char('.'));
                });
            });
            group.bench_function(format!("up and down, {what}, {name}"), |b| {
                b.iter(|| {
                    key(&mut app, &mut terminal, KeyCode::Up);
                    key(&mut app, &mut terminal, KeyCode::Down);
                });
            });
        }
    }
    group.finish();
}

fn first_frame(c: &mut Criterion) {
    let mut group = c.benchmark_group("first frame");
    for name in load::names() {
        group.bench_function(name, |b| {
            b.iter(|| {
                let player = Player::new(load(name, Lang::Zh).unwrap());
                let app = App::new(player, Settings::default(), 0, (120, 40)).unwrap();
                let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
                terminal.draw(|canvas| draw(&app, canvas)).unwrap();
                black_box(&terminal);
            });
        });
    }
    group.finish();
}

criterion_group! { name = all; config = Criterion::default().without_plots().sample_size(20); targets = keys, first_frame }
criterion_main!(all);
