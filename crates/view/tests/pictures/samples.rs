//! Builds to be drawn.

use gostep_course::player::{BuildView, Lane, LaneSpan, PackageView, PathRow, PathView};

/// A build of packages with these names, which import those with these indices, all lower than their own.
pub fn build(packages: &[(&str, &[usize])]) -> BuildView {
    let mut views: Vec<PackageView> = Vec::new();
    for (at, (path, imports)) in packages.iter().enumerate() {
        let layer = imports.iter().map(|&import| views[import].layer + 1).max().unwrap_or(0);
        for &import in *imports {
            views[import].importers.push(at);
        }
        views.push(PackageView {
            path: (*path).to_owned(),
            objdir: format!("$WORK/b{:03}", packages.len() - at),
            imports: imports.to_vec(),
            importers: Vec::new(),
            layer,
        });
    }
    BuildView {
        command: "go build".to_owned(),
        workers: 2,
        packages: views,
        header: Vec::new(),
        is_run: false,
        transcript: Vec::new(),
        events: 0,
        duration_us: 1_000_000,
    }
}

/// The packages one after the other, in turn on two workers.
pub fn lanes(build: &BuildView) -> Vec<Lane> {
    let each = build.duration_us / build.packages.len() as u64;
    let span = |(at, package): (usize, &PackageView)| LaneSpan {
        package: package.path.clone(),
        link: false,
        from_us: at as u64 * each,
        to_us: (at + 1 < build.packages.len()).then_some((at as u64 + 1) * each),
    };
    let lane = |worker| {
        let own = build.packages.iter().enumerate().filter(|(at, _)| at % 2 == worker);
        Lane { worker, spans: own.map(span).collect() }
    };
    vec![lane(0), lane(1)]
}

/// A path of some of the packages.
pub fn path(build: &BuildView, packages: &[usize]) -> PathView {
    let row =
        |&at: &usize| PathRow { package: build.packages[at].path.clone(), link: false, from_us: 0, duration_us: 1 };
    PathView { rows: packages.iter().map(row).collect(), total_us: 1 }
}
