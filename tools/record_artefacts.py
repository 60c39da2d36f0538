#!/usr/bin/env python3
"""Records what the files of a real build hold: symabis and go_asm.h as text, what is in every archive, and what is in
the executable. With --modes also what other flags and settings make of the same program.

gostep shows these (`crates/sim/src/program/artefacts.rs`); docs/measuring.md says how they are measured.

    tools/record_artefacts.py -o lessons/programs/hello.artefacts.json --modes all --dir /home/gopher/hello main.go
    tools/record_artefacts.py -o lessons/programs/pair.artefacts.json --beside lessons/programs/hello.artefacts.json \\
        --dir /home/gopher/pair .

Needs Python 3.9, a go command in PATH, and the program where it was recorded. --modes needs a C compiler for -race,
-asan and external linking.
"""

import argparse
import json
import os
import re
import subprocess
import tempfile

import artefact_modes
from object_files import Elf, members

FORMAT = 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("target", nargs="+", help="what to build")
    parser.add_argument("--dir", required=True, help="the directory the command is given in")
    parser.add_argument("--beside", help="another record: packages with the same archive there are left out")
    parser.add_argument("--modes", choices=["all", "go"],
                        help="also build with other flags and settings: all, or those without a C compiler")
    parser.add_argument("-o", "--output", required=True)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        known = {}
        if args.beside:
            with open(args.beside, encoding="utf-8") as file:
                known = json.load(file)["packages"]
        recorder = Recorder(args.dir, args.target, scratch)
        recorded = recorder.record(known)
        if args.modes:
            recorded["measured"] = artefact_modes.measure(recorder, with_c=args.modes == "all")
    with open(args.output, "w", encoding="utf-8") as file:
        file.write(as_json(recorded) + "\n")


class Recorder:
    """One program, built once into a cache of its own."""

    def __init__(self, directory, target, scratch):
        self.dir, self.target, self.scratch = directory, target, scratch
        self.env = dict(os.environ, GOCACHE=os.path.join(scratch, "cache"), GOTMPDIR=scratch, GOMAXPROCS="4",
                        GOFLAGS="", GOENV="off", GOPROXY="off", GOTOOLCHAIN="local", CGO_ENABLED="1")
        self.binary = os.path.join(scratch, "first.out")
        log = self.go("build", "-x", "-work", "-p", "1", "-o", self.binary, *target).stderr
        self.work = log.split("\n")[0].removeprefix("WORK=")
        # The number of a package's object directory stands in its compile command.
        self.objdirs = {path: os.path.join(self.work, objdir) for objdir, path in
                        re.findall(r"/compile -o \$WORK/(b\d+)/_pkg_\.a .*? -p (\S+)", log)}

    def go(self, *words, check=True, **env):
        return subprocess.run(["go", *words], cwd=self.dir, env=dict(self.env, **env), check=check, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def env_of(self, name):
        return self.go("env", name).stdout.strip()

    def record(self, known):
        packages = {}
        for path, objdir in sorted(self.objdirs.items()):
            archive = os.path.join(objdir, "_pkg_.a")
            build_id = self.go("tool", "buildid", archive).stdout.strip()
            if known.get(path, {}).get("id") == build_id:
                continue
            packages[path] = {"id": build_id, **self.package(path, objdir, archive)}
        version, goos, goarch = (self.env_of(name) for name in ("GOVERSION", "GOOS", "GOARCH"))
        return {"gostep_artefacts": FORMAT,
                "about": f"{version} {goos}/{goarch}, built in {self.dir}",
                "packages": packages,
                "executable": self.executable(self.binary)}

    def package(self, path, objdir, archive):
        text = [line for line in self.symbols(archive) if is_text(line)]
        facts = {"members": members(archive), "text_symbols": len(text),
                 # A wrapper for the other ABI has the same name here as what it wraps.
                 "functions": len({name_of(line) for line in text if name_of(line).startswith(path + ".")})}
        for field, name in (("symabis", "symabis"), ("header", "go_asm.h")):
            if os.path.exists(os.path.join(objdir, name)):
                with open(os.path.join(objdir, name), encoding="utf-8") as file:
                    text = file.read().rstrip("\n")
                facts[field] = text.split("\n") if text else []
        return facts

    def symbols(self, path):
        """`ADDRESS KIND NAME` in the order of nm; in an archive the address is that in its object."""
        done = self.go("tool", "nm", path, check=False)
        if done.returncode != 0 and "no symbol" not in done.stderr:
            raise ValueError(f"go tool nm {path}: {done.stderr}")
        # An archive with several objects has the name of the file and the object in front.
        lines = (line.split(":\t", 1)[-1] if line.startswith(path) else line for line in done.stdout.split("\n"))
        return [line.strip() for line in lines if line.strip()]

    def executable(self, path):
        elf = Elf(path)
        return {"id": self.go("tool", "buildid", path).stdout.strip(),
                "bytes": len(elf.data), "kind": elf.kind, "machine": elf.machine, "entry": hex(elf.entry),
                "segments": elf.segments, "sections": elf.sections,
                "symbols": [" ".join(line.split(None, 2)) for line in self.symbols(path)]}


def is_text(line):
    return re.match(r"[0-9a-f]+ [Tt] ", line) is not None


def name_of(line):
    return line.split(None, 2)[-1]


def as_json(value, indent=0):
    """JSON with one thing a line: what is short stays on its line."""
    flat = json.dumps(value, ensure_ascii=False)
    short = isinstance(value, list) and all(not isinstance(item, (list, dict)) for item in value) and len(flat) < 60
    if not isinstance(value, (list, dict)) or short or not value:
        return flat
    pad = "\n" + " " * (indent + 1)
    if isinstance(value, dict):
        items = [f"{json.dumps(name)}: {as_json(item, indent + 1)}" for name, item in value.items()]
        return "{" + pad + ("," + pad).join(items) + "\n" + " " * indent + "}"
    return "[" + pad + ("," + pad).join(as_json(item, indent + 1) for item in value) + "\n" + " " * indent + "]"


if __name__ == "__main__":
    main()
