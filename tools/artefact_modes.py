"""What other flags and settings make of a program: numbers that gostep cannot compute, by key. docs/measuring.md
lists the keys."""

import glob
import json
import os
import re
import shutil

from object_files import Elf

# Name, flags of go build, environment. Those of the second list need a C compiler, whose work is part of the result.
SETTINGS = [
    ("default", [], {}),
    ("cgo0", [], {"CGO_ENABLED": "0"}),
    ("trimpath", ["-trimpath"], {}),
    ("ldflags-s-w", ["-ldflags=-s -w"], {}),
    ("ldflags-s", ["-ldflags=-s"], {}),
    ("ldflags-w", ["-ldflags=-w"], {}),
    ("gcflags-N-l", ["-gcflags=-N -l"], {}),
    ("gcflags-all-N-l", ["-gcflags=all=-N -l"], {}),
    ("pie", ["-buildmode=pie"], {}),
    ("arm64", [], {"GOARCH": "arm64"}),
]
WITH_C = [
    ("race", ["-race"], {}),
    ("asan", ["-asan"], {}),
    ("linkmode-external", ["-ldflags=-linkmode=external"], {}),
]
# Fields whose uses in the assembly of runtime are counted, and those that move when a field is put before them.
USED = ["g_sched", "gobuf_sp", "g_m", "m_g0", "gobuf_bp", "gobuf_pc", "m_curg"]
MOVED = ["gobuf_sp", "gobuf_pc", "gobuf__size", "g_m", "g_sched", "g_syscallsp", "g__size"]


def measure(recorder, with_c):
    """Keys and their values; without a C compiler there are fewer."""
    modes = Modes(recorder)
    measured = {}
    for name, flags, env in SETTINGS + (WITH_C if with_c else []):
        measured.update({f"{name}.{key}": value for key, value in modes.build(name, flags, env).items()})
    for fact in (modes.cache, modes.runtime, modes.field, modes.relocation):
        measured.update(fact())
    return measured


class Modes:
    def __init__(self, recorder):
        self.recorder, self.scratch = recorder, recorder.scratch
        self.plain = None

    def build(self, name, flags, env):
        """Builds with a copy of the full cache, so that what is compiled is what these settings ask for."""
        cache = os.path.join(self.scratch, "modes-cache")
        shutil.rmtree(cache, ignore_errors=True)
        shutil.copytree(self.recorder.env["GOCACHE"], cache)
        binary = os.path.join(self.scratch, name)
        log = self.recorder.go("build", "-x", *flags, "-o", binary, *self.recorder.target, GOCACHE=cache, **env).stderr
        compiled = re.findall(r"/compile -o \S+ .*? -p (\S+)", log)
        elf = Elf(binary)
        names = {section[0] for section in elf.sections}
        symbols = self.recorder.symbols(binary)
        self.plain = self.plain or (names, set(self.recorder.objdirs))
        facts = {"bytes": len(elf.data), "compiled": len(compiled), "kind": elf.kind, "entry": hex(elf.entry),
                 "linked": "/link -o " in log, "symbols": len(symbols),
                 "dynamic": any(segment[0] == "INTERP" for segment in elf.segments),
                 "goroot_paths": goroot_paths(elf.data, self.recorder.env_of("GOROOT")),
                 "asm_files": len(re.findall(r"/asm .* -o \S+\.o ", log)),
                 "fmt.Println": any(line.endswith(" T fmt.Println") for line in symbols)}
        for key, value in (("added", sorted(set(compiled) - self.plain[1])), ("dropped", sorted(self.plain[0] - names))):
            if value:
                facts[key] = value
        return facts

    def cache(self):
        """The cache after the one cold build."""
        cache = self.recorder.env["GOCACHE"]
        index, data = (glob.glob(f"{cache}/??/*-{letter}") for letter in "ad")
        heads = [open(path, "rb").read(8) for path in data]
        # How many files there are besides the archives is not recorded: it differs from one Go tree to the next.
        return {"cache.directories": len(glob.glob(f"{cache}/??")),
                "cache.index_bytes": os.path.getsize(index[0]),
                "cache.archives": sum(head == b"!<arch>\n" for head in heads),
                "cache.executables": sum(head.startswith(b"\x7fELF") for head in heads)}

    def runtime(self):
        """The files of package runtime, and what the assembly of runtime uses of go_asm.h."""
        listed = json.loads(self.recorder.go("list", "-json", "runtime").stdout)
        directory = listed["Dir"]
        sources = {}
        for name in listed["SFiles"]:
            with open(os.path.join(directory, name), encoding="utf-8") as file:
                sources[name] = file.read()
        facts = {"runtime.go_files_in_directory": len(glob.glob(f"{directory}/*.go")),
                 "runtime.go_files_excluded": len(listed["IgnoredGoFiles"]),
                 "runtime.test_files": len(listed["TestGoFiles"]) + len(listed["XTestGoFiles"]),
                 "runtime.go_files": len(listed["GoFiles"]), "runtime.headers": len(listed["HFiles"]),
                 "runtime.include_go_asm.h":
                     [name for name, text in sources.items() if '#include "go_asm.h"' in text]}
        arm = json.loads(self.recorder.go("list", "-json", "runtime", GOARCH="arm64").stdout)
        facts["arm64.runtime_go_files"] = len(arm["GoFiles"])
        for field in USED:
            facts[f"runtime.uses.{field}"] = len(re.findall(rf"\b{field}\b", sources["asm_amd64.s"]))
        for name in listed["SFiles"]:
            lines = self.scanned(directory, name)
            facts[f"runtime.symabis_lines.{name}"] = len(lines)
            facts[f"runtime.symabis_defs.{name}"] = sum(line.startswith("def ") for line in lines)
        return facts

    def relocation(self):
        """The first call of fmt.Fprintln in main.main: its bytes in the archive, and what the linker made of them."""
        archive = os.path.join(self.recorder.objdirs["main"], "_pkg_.a")
        call = r"(?m)^\s+\S+\s+(0x[0-9a-f]+)\s+(e8[0-9a-f]{8})\s+CALL [^\n]*fmt\.Fprintln"
        before, after = (re.search(call, self.recorder.go("tool", "objdump", "-s", "^main.main$", path).stdout)
                         for path in (archive, self.recorder.binary))
        symbols = (line.split() for line in self.recorder.symbols(self.recorder.binary))
        bytes_of = lambda found: " ".join(re.findall("..", found[2]))
        target = next(int(words[0], 16) for words in symbols if words[-1] == "fmt.Fprintln")
        return {"relocation.before": bytes_of(before), "relocation.after": bytes_of(after),
                "relocation.next": hex(int(after[1], 16) + 5),
                "relocation.distance": int.from_bytes(bytes.fromhex(after[2][2:]), "little", signed=True),
                "relocation.target": hex(target), "relocation.target_bytes": target.to_bytes(4, "little").hex(" ")}

    def scanned(self, directory, name):
        """Lines of symabis for one file alone, with the empty header of phase A."""
        headers = os.path.join(self.scratch, "headers")
        os.makedirs(headers, exist_ok=True)
        open(os.path.join(headers, "go_asm.h"), "w", encoding="utf-8").close()
        objdir = self.recorder.objdirs["runtime"]
        for header in os.listdir(objdir):
            if header.endswith(".h") and header != "go_asm.h":
                shutil.copy(os.path.join(objdir, header), headers)
        out = os.path.join(self.scratch, "scanned")
        goroot = self.recorder.env_of("GOROOT")
        self.recorder.go("tool", "asm", "-p", "runtime", "-I", headers, "-I", f"{goroot}/pkg/include", "-D", "GOOS_linux",
                         "-D", "GOARCH_amd64", "-D", "GOAMD64_v1", "-gensymabis", "-o", out,
                         os.path.join(directory, name))
        with open(out, encoding="utf-8") as file:
            return file.readlines()

    def field(self):
        """A field in front of the first one of gobuf: which offsets move."""
        goroot = self.recorder.env_of("GOROOT")
        original = f"{goroot}/src/runtime/runtime2.go"
        changed, overlay = (os.path.join(self.scratch, name) for name in ("runtime2.go", "overlay.json"))
        with open(original, encoding="utf-8") as file:
            text = file.read()
        edited = re.sub(r"(?m)^type gobuf struct \{$", "type gobuf struct {\n\textra uintptr", text)
        if edited == text:
            raise ValueError(f"there is no type gobuf in {original}")
        with open(changed, "w", encoding="utf-8") as file:
            file.write(edited)
        with open(overlay, "w", encoding="utf-8") as file:
            json.dump({"Replace": {original: changed}}, file)
        log = self.recorder.go("build", "-x", "-work", "-overlay", overlay, "runtime").stderr
        work = log.split("\n")[0].removeprefix("WORK=")
        objdir = re.search(r"/compile -o \$WORK/(b\d+)/_pkg_\.a .*? -p runtime ", log).group(1)
        with open(f"{work}/{objdir}/go_asm.h", encoding="utf-8") as file:
            defines = dict(re.findall(r"(?m)^#define (\S+) (\S+)$", file.read()))
        return {f"gobuf_field.{name}": int(defines[name]) for name in MOVED}


def goroot_paths(data, goroot):
    """Runs of printable characters that begin with a path in the Go tree."""
    return sum(run.startswith(f"{goroot}/src".encode()) for run in re.findall(rb"[\x20-\x7e\t]{4,}", data))
