#!/usr/bin/env python3
"""Measures with a real Go what one edit rebuilds: which packages are compiled, and whose archives come out different.

The Go tree and the program are copied and only the copies are edited. docs/measuring.md defines the edits and says
how to read the result.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from rebuild_edits import (FUNCTION_KINDS, KINDS, MAX_CANDIDATES, MAX_INLINE_COST, Edit, Package, accepts_statement,
                           default_file, edited_text, parse_inlining, rank)

# The format of the result file.
FORMAT = 1


class MeasureError(Exception):
    """What went wrong and what to do, in one sentence."""


def main():
    options = parse_arguments()
    try:
        return measure(options)
    except MeasureError as error:
        print(f"measure_rebuilds: {error}", file=sys.stderr)
        return 2


def parse_arguments():
    here = Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--go", type=Path, required=True, metavar="DIR", help="the Go tree (GOROOT) to copy")
    parser.add_argument("--scratch", type=Path, required=True, metavar="DIR", help="for the copies and the cache; kept")
    parser.add_argument("--output", type=Path, required=True, metavar="FILE", help="result; what it has is not redone")
    parser.add_argument("--source", type=Path, default=here / "lessons/programs/hello", metavar="DIR",
                        help="the directory to copy and build in: the program's, or its module's [default: the sample]")
    parser.add_argument("--target", default="main.go", help="what is built, as go build takes it [default: main.go]")
    parser.add_argument("--env", action="append", default=[], metavar="KEY=VALUE", help="further environment of go")
    parser.add_argument("--edits", default=",".join(KINDS), metavar="LIST",
                        help=f"kinds of edits, in the order to do them [default: {','.join(KINDS)}]")
    parser.add_argument("--packages", metavar="LIST", help="only these packages [default: all]")
    parser.add_argument("--files", metavar="LIST", help="these files, or all [default: one a package]")
    parser.add_argument("--functions", metavar="LIST",
                        help="these functions for body and inline [default: one of each a package]")
    parser.add_argument("--about", default="", help="a sentence for the result")
    return parser.parse_args()


def measure(options):
    started = time.monotonic()
    bench = Bench(options)
    result = Result(options, bench)
    edits = plan(options, bench)
    failed, done = [], 0
    for number, candidates in enumerate(edits, 1):
        if any(edit.key() in result.edits for edit in candidates):
            continue
        for edit in candidates:
            before = time.monotonic()
            outcome = bench.measure(edit)
            seconds = time.monotonic() - before
            if isinstance(outcome, str):
                print(f"[{number}/{len(edits)}] {edit}: FAILED: {outcome}", flush=True)
                failed.append(f"{edit}: {outcome}")
                continue
            result.add(edit, outcome)
            done += 1
            print(f"[{number}/{len(edits)}] {edit}: {len(outcome['compiled'])} compiled, "
                  f"{len(outcome['changed'])} changed, {'linked' if outcome['linked'] else 'not linked'}, "
                  f"{seconds:.1f} s", flush=True)
            break
    print(f"{done} edits measured in {time.monotonic() - started:.0f} s, {len(result.edits)} in {options.output}")
    for line in failed:
        print(f"not recorded: {line}")
    return 1 if failed else 0


class Bench:
    """The copies that are edited and built, and what the unedited program is."""

    def __init__(self, options):
        self.scratch = options.scratch.resolve()
        self.scratch.mkdir(parents=True, exist_ok=True)
        self.goroot = self.copy(options.go, "go")
        self.program = self.copy(options.source, "program")
        self.undo = self.scratch / "undo"
        self.restore()
        self.target = options.target
        self.binary = self.scratch / "out" / "main_bin"
        self.original = self.scratch / "out" / "main_bin.original"
        self.binary.parent.mkdir(exist_ok=True)
        self.cache = self.scratch / "cache"
        self.env = self.environment(options.env)
        self.binary.unlink(missing_ok=True)
        self.must(["build", "-o", str(self.binary), self.target])
        shutil.copy2(self.binary, self.original)
        self.packages = self.list_packages()
        self.content = self.content_ids()
        self.functions_of = {}
        self.cached = self.cache_files()

    def copy(self, source, name):
        copied = self.scratch / name
        if not copied.exists():
            if not source.is_dir():
                raise MeasureError(f"{source} is not a directory")
            partial = self.scratch / f"{name}.partial"
            shutil.rmtree(partial, ignore_errors=True)
            shutil.copytree(source, partial, symlinks=True)
            partial.rename(copied)
        return copied

    def environment(self, more):
        env = {"PATH": os.environ.get("PATH", ""), "HOME": str(self.scratch), "GOROOT": str(self.goroot)}
        env |= {"GOCACHE": str(self.cache), "GOPATH": str(self.scratch / "gopath"), "GOMAXPROCS": "4"}
        env |= {"GOTOOLCHAIN": "local", "GOPROXY": "off", "GOENV": "off", "GOFLAGS": "", "CGO_ENABLED": "1"}
        for setting in more:
            key, equals, value = setting.partition("=")
            if not equals:
                raise MeasureError(f"--env {setting}: write KEY=VALUE")
            env[key] = value
        return env

    def go(self, words):
        command = [str(self.goroot / "bin" / "go"), *words]
        return subprocess.run(command, cwd=self.program, env=self.env, capture_output=True, text=True, check=False)

    def must(self, words):
        run = self.go(words)
        if run.returncode != 0:
            raise MeasureError(f"go {' '.join(words)} failed: {run.stderr.strip()[:500]}")
        return run

    def list_packages(self):
        fields = "-json=ImportPath,Name,Dir,GoFiles,SFiles,DepOnly"
        packages = []
        for listed in json_objects(self.must(["list", "-deps", fields, self.target]).stdout):
            if listed["ImportPath"] == "unsafe":
                continue
            root = listed["Name"] == "main" and not listed.get("DepOnly")
            if root:
                self.root = listed["ImportPath"]
            name = "main" if root else listed["ImportPath"]
            packages.append(Package(name, Path(listed["Dir"]), listed.get("GoFiles", []), listed.get("SFiles", [])))
        return packages

    def content_ids(self):
        text = self.must(["list", "-export", "-deps", "-json=ImportPath,BuildID", self.target]).stdout
        ids = {}
        for listed in json_objects(text):
            if "BuildID" in listed:
                name = "main" if listed["ImportPath"] == self.root else listed["ImportPath"]
                ids[name] = listed["BuildID"].rsplit("/", 1)[1]
        return ids

    def functions(self, package):
        """The functions of a package, in the order of its files and their lines."""
        if not self.functions_of:
            run = self.must(["build", "-gcflags=all=-m=2", "-o", str(self.scratch / "out" / "discarded"), self.target])
            self.functions_of = parse_inlining(run.stderr, self.root)
            self.cached = self.cache_files()
        order = {file: index for index, file in enumerate(package.go_files)}
        known = [function for function in self.functions_of.get(package.name, []) if function.file in order]
        return sorted(known, key=lambda function: (order[function.file], function.line))

    def measure(self, edit):
        """What a build after the edit did, or why it cannot be measured."""
        path = edit.package.directory / edit.file
        if self.scratch not in path.parents:
            return f"{path} is outside of the copies"
        shutil.copy2(self.original, self.binary)
        text = path.read_bytes()
        edited = edited_text(edit, text.decode())
        if edited is None:
            return "no place for it"
        self.remember(path, text)
        path.write_bytes(edited.encode())
        try:
            run = self.go(["build", "-x", "-o", str(self.binary), self.target])
            if run.returncode != 0:
                problem = [line for line in run.stderr.splitlines() if re.match(r"\S+:\d+:|[\w./*()]+: ", line)]
                return f"go build failed: {(problem or [run.stderr[-200:]])[0]}"
            content = self.content_ids()
        finally:
            self.restore()
            self.prune_cache()
        changed = sorted(name for name, content_id in content.items() if self.content[name] != content_id)
        return {"changed": changed, "compiled": sorted(compiled(run.stderr)), "linked": "/link -o " in run.stderr}

    def remember(self, path, text):
        """Notes what to restore, so that a run that was killed leaves nothing edited behind."""
        times = path.stat()
        note = {"path": str(path), "text": text.decode(), "times": [times.st_atime_ns, times.st_mtime_ns]}
        write_atomically(self.undo, json.dumps(note))

    def restore(self):
        if self.undo.exists():
            note = json.loads(self.undo.read_text())
            Path(note["path"]).write_bytes(note["text"].encode())
            # The go command indexes the packages of the Go tree by the times and sizes of their files.
            os.utime(note["path"], ns=tuple(note["times"]))
            self.undo.unlink()

    def cache_files(self):
        return {entry.path for folder in os.scandir(self.cache) if folder.is_dir() for entry in os.scandir(folder.path)}

    def prune_cache(self):
        """Forgets what was built of the edit: a wave through runtime is tens of megabytes."""
        for path in self.cache_files() - self.cached:
            os.unlink(path)


def json_objects(text):
    decoder, position = json.JSONDecoder(), 0
    while position < len(text.rstrip()):
        value, position = decoder.raw_decode(text, position)
        yield value
        while position < len(text) and text[position].isspace():
            position += 1


def compiled(log):
    return {match[1] for match in re.finditer(r"/compile -o \S+ .*? -p (\S+) ", log)}


def plan(options, bench):
    """The edits to measure: for each a list of candidates, of which the first one that builds is recorded."""
    kinds = options.edits.split(",")
    wanted = options.packages.split(",") if options.packages else None
    check("--edits", kinds, KINDS)
    check("--packages", wanted or [], [package.name for package in bench.packages])
    # From main down: edits of packages that few others need are the quickest to measure.
    packages = [package for package in reversed(bench.packages) if wanted is None or package.name in wanted]
    edits = []
    for kind in kinds:
        for package in packages:
            if kind in FUNCTION_KINDS:
                edits += plan_functions(options, bench, kind, package)
            else:
                edits += [[Edit(kind, package, file)] for file in files(options, kind, package)]
    if not edits:
        raise MeasureError("no such edits: --files and --functions name none of the chosen packages")
    return edits


def check(option, names, known):
    unknown = [name for name in names if name not in known]
    if unknown:
        raise MeasureError(f"{option}: no {unknown[0]}; there are {', '.join(known)}")


def files(options, kind, package):
    all_files = package.go_files + (package.s_files if kind == "comment" else [])
    if options.files == "all":
        return all_files
    if options.files:
        return [file for file in all_files if file in options.files.split(",")]
    return [default_file(package)]


def plan_functions(options, bench, kind, package):
    fitting = [function for function in bench.functions(package)
               if function.inlinable == (kind == "inline") and accepts_statement(package, function)]
    if options.functions:
        named = options.functions.split(",")
        return [[Edit(kind, package, function.file, function)] for function in fitting if function.name in named]
    fitting = sorted((function for function in fitting if function.cost <= MAX_INLINE_COST), key=rank)
    if not fitting:
        print(f"{package.name}: no function for {kind}", flush=True)
        return []
    return [[Edit(kind, package, function.file, function) for function in fitting[:MAX_CANDIDATES]]]


class Result:
    """The result file: read at the start, written again after every edit."""

    def __init__(self, options, bench):
        self.path = options.output
        self.order = {package.name: index for index, package in enumerate(bench.packages)}
        env = json.loads(bench.must(["env", "-json", "GOVERSION", "GOOS", "GOARCH"]).stdout)
        self.head = {"gostep_rebuilds": FORMAT, "go": env["GOVERSION"], "goos": env["GOOS"], "goarch": env["GOARCH"]}
        self.about = options.about
        self.edits = {}
        if self.path.exists():
            self.read()

    def read(self):
        old = json.loads(self.path.read_text())
        if any(old.get(key) != value for key, value in self.head.items()):
            raise MeasureError(f"{self.path} is of another Go or another format; name another --output")
        self.about = self.about or old["about"]
        for entry in old["edits"]:
            self.edits[entry["edit"], entry["package"], entry["file"], entry.get("function")] = entry

    def add(self, edit, outcome):
        entry = {"edit": edit.kind, "package": edit.package.name, "file": edit.file}
        if edit.function:
            entry["function"] = edit.function.name
        self.edits[edit.key()] = entry | outcome
        head = json.dumps(self.head | {"about": self.about}, ensure_ascii=False)[:-1]
        ordered = sorted(self.edits.values(), key=self.place)
        lines = ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in ordered)
        write_atomically(self.path, f'{head}, "edits": [\n{lines}\n]}}\n')

    def place(self, entry):
        kind = KINDS.index(entry["edit"])
        return (self.order.get(entry["package"], -1), kind, entry["file"], entry.get("function") or "")


def write_atomically(path, text):
    partial = path.with_name(path.name + ".partial")
    partial.write_bytes(text.encode())
    os.replace(partial, path)


if __name__ == "__main__":
    sys.exit(main())
