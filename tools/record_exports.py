#!/usr/bin/env python3
"""Records which functions a program's packages have, and what the export data of each archive says of other packages.

With that gostep computes which archives an edit changes (docs/measuring.md says how):

    tools/record_exports.py -o lessons/programs/hello.exports.json --dir lessons/programs/hello main.go

Needs Python 3.9 and a go1.23 command in PATH: the format of export data is another one in other releases. Paths do not
matter. Takes two cold builds.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rebuild_edits import parse_inlining

FORMAT = 1
RELEASE = "go1.23"
# A declaration of a function: receiver, name, type parameters. The receiver may have some, too.
DECLARATION = re.compile(r"^func (?:\((?:\w+ )?(\*?)(\w+)(\[[^\]]*\])?\) )?(\w+)(\[)?", re.MULTILINE)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("target", help="what to build, as go build takes it")
    parser.add_argument("--dir", required=True, help="the directory the command is given in")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        recorder = Recorder(options, Path(scratch))
        facts = recorder.record()
    packages = ",\n".join(f"{json.dumps(path)}: {json.dumps(known)}" for path, known in facts.pop("packages").items())
    head = json.dumps(facts)[:-1]
    options.output.write_text(f'{head}, "packages": {{\n{packages}\n}}}}\n', encoding="utf-8")


class Recorder:
    def __init__(self, options, scratch):
        self.dir, self.target, self.scratch = options.dir, options.target, scratch
        self.env = dict(os.environ, GOCACHE=str(scratch / "cache"), GOFLAGS="")
        env = json.loads(self.go("env", "-json").stdout)
        if not env["GOVERSION"].startswith(RELEASE + "."):
            sys.exit(f"record_exports: the go command is {env['GOVERSION']}; put one of {RELEASE} into PATH")
        self.head = {"go": env["GOVERSION"], "goos": env["GOOS"], "goarch": env["GOARCH"]}
        self.goroot = env["GOROOT"]
        self.listed = self.list()
        self.root = self.listed[-1]["ImportPath"]

    def go(self, *words, **more):
        done = subprocess.run(["go", *words], cwd=self.dir, env=self.env, text=True, capture_output=True, **more)
        if done.returncode != 0:
            sys.exit(f"record_exports: go {' '.join(words)} failed: {done.stderr.strip()[-500:]}")
        return done

    def list(self):
        text, decoder, at, listed = self.go("list", "-json", "-deps", self.target).stdout.strip(), json.JSONDecoder(), 0, []
        while at < len(text):
            package, end = decoder.raw_decode(text, at)
            listed.append(package)
            at = end + 1
        return [package for package in listed if package["ImportPath"] != "unsafe"]

    def record(self):
        """Per package its functions, and which packages pass on what of it."""
        exported, inlining = self.exported(), self.inlining()
        packages = {}
        for package in self.listed:
            path = package["ImportPath"]
            functions = {file: self.functions(package, file, inlining.get(path, {})) for file in package["GoFiles"]}
            passed_on = {}
            for other in self.listed:
                known = self.passed_on(package, functions, exported[other["ImportPath"]])
                if known:
                    passed_on[other["ImportPath"]] = known
            functions = {file: " ".join(found) for file, found in functions.items() if found}
            packages[path] = {"functions": functions, "passed_on": passed_on}
        return {"gostep_exports": FORMAT, **self.head, "packages": packages}

    def exported(self):
        """What the export data of each archive holds."""
        self.go("build", "-o", str(self.scratch / "first.out"), self.target)
        log = self.go("build", "-x", "-o", str(self.scratch / "again.out"), self.target).stderr
        lines = "".join(line + "\n" for line in log.splitlines() if line.startswith("packagefile "))
        # It belongs to the Go tree, without being written there.
        source = Path(__file__).resolve().parent / "exports" / "main.go"
        overlay, tool = self.scratch / "overlay.json", self.scratch / "exports"
        overlay.write_text(json.dumps({"Replace": {f"{self.goroot}/src/cmd/gostepexports/main.go": str(source)}}))
        self.go("build", "-overlay", str(overlay), "-o", str(tool), "cmd/gostepexports")
        return json.loads(subprocess.run([tool], input=lines, text=True, check=True, stdout=subprocess.PIPE).stdout)

    def inlining(self):
        """For each package the functions that can be inlined."""
        said = self.go("build", "-gcflags=all=-m=2", "-o", str(self.scratch / "said.out"), self.target).stderr
        inlining = {}
        for path, found in parse_inlining(said, self.root).items():
            path = self.root if path == "main" else path
            inlining[path] = {function.name for function in found if function.inlinable}
        return inlining

    def functions(self, package, file, inlinable):
        """Names as the compiler writes them; `+` marks those that can be inlined, `*` generic ones, `-` those without
        a body."""
        text = (Path(package["Dir"]) / file).read_text(encoding="utf-8")
        functions = []
        for found in DECLARATION.finditer(text):
            pointer, receiver, of_type, name, own = found.groups()
            if name == "_":
                continue
            full = f"(*{receiver}).{name}" if pointer else f"{receiver}.{name}" if receiver else name
            mark = "*" if of_type or own else "+" if full in inlinable else "" if has_body(text, found.start()) else "-"
            functions.append(full + mark)
        return functions

    def passed_on(self, package, functions, exports):
        """What another package's export data (or its own) says of this one."""
        path = package["ImportPath"]
        objects = [found for found in exports["Objects"] or [] if found["Package"] == path]
        inlined = {base(name) for found in functions.values() for name in found if name[-1] in "+*"}
        names = sorted({found["Name"] for found in objects} & inlined)
        ending = [f"/{package['ImportPath']}/{file}" for file in package["GoFiles"]]
        if not package.get("Standard"):
            ending = [f"{package['Dir']}/{file}" for file in package["GoFiles"]]
        files = [file for file, end in zip(package["GoFiles"], ending)
                 if any(known.replace("$GOROOT/src", "") == end for known in exports["Files"] or [])]
        where = {name: at for at, file in enumerate(package["GoFiles"]) for name in map(bare, functions[file])}
        last = -1
        for found in objects:
            if found["Number"] >= 0:
                # Functions come first, in the order of the sources; whatever is no function comes behind all of them.
                last = max(last, where[found["Name"]] if found["Kind"] == "func" else len(package["GoFiles"]))
        known = {}
        if names:
            known["names"] = " ".join(names)
        if files:
            known["files"] = " ".join(files)
        if last >= 0:
            known["numbered"] = (package["GoFiles"] + ["*"])[last]
        return known


def bare(name):
    return name.rstrip("+*-")


def base(name):
    """The object that a function belongs to: itself, or the type that it is a method of."""
    return bare(name).split(".")[0].strip("(*)")


def has_body(text, at):
    """Whether a declaration goes on to a brace: on its last line, in the form that gofmt gives it."""
    for line in text[at:].split("\n"):
        if line.rstrip().endswith("{") or re.search(r"\{.*\}$", line.rstrip()):
            return True
        if not line.endswith(("(", ",")):
            return False
    return False


if __name__ == "__main__":
    main()
