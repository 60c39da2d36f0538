"""Reads archives and ELF executables: their members, segments and sections."""

import struct

KINDS = {1: "REL", 2: "EXEC", 3: "DYN"}
MACHINES = {62: "x86-64", 183: "aarch64"}
SEGMENTS = {1: "LOAD", 2: "DYNAMIC", 3: "INTERP", 4: "NOTE", 6: "PHDR", 7: "TLS", 0x6474e551: "GNU_STACK"}


def members(path):
    """Name and size of each member of an archive; names as the archive has them, cut at 16 characters."""
    with open(path, "rb") as file:
        data = file.read()
    found, at = [], len(b"!<arch>\n")
    while at < len(data):
        size = int(data[at + 48:at + 58])
        found.append([data[at:at + 16].decode().rstrip(), size])
        at += 60 + size + size % 2
    return found


class Elf:
    """What is in the header of a 64-bit little-endian ELF file, and in its tables."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        if self.data[:6] != b"\x7fELF\x02\x01":
            raise ValueError(f"{path} is not a 64-bit little-endian ELF file")
        (kind, machine, _, entry, program_at, section_at, _, _,
         program_size, programs, section_size, sections, names) = struct.unpack_from("<HHIQQQIHHHHHH", self.data, 16)
        self.kind, self.machine, self.entry = KINDS.get(kind, str(kind)), MACHINES.get(machine, str(machine)), entry
        self.segments = [self.segment(program_at + number * program_size) for number in range(programs)]
        heads = [struct.unpack_from("<IIQQQQ", self.data, section_at + number * section_size)
                 for number in range(sections)]
        names_at = heads[names][4]
        # Name, address, size; the first one is the empty one that every table begins with.
        self.sections = [[self.text(names_at + head[0]), hex(head[3]), head[5]] for head in heads]

    def segment(self, at):
        kind, flags, _, address, _, in_file, in_memory, _ = struct.unpack_from("<IIQQQQQQ", self.data, at)
        letters = "".join(letter for letter, bit in (("R", 4), ("W", 2), ("E", 1)) if flags & bit)
        return [SEGMENTS.get(kind, hex(kind)), hex(address), in_file, in_memory, letters]

    def text(self, at):
        return self.data[at:self.data.index(b"\0", at)].decode()
