"""The words of READ ME FIRST.txt, which stand in the archive for whoever opens it years from now without this tool.

Plain ASCII with Windows' line ends: what Notepad, a Mac and Linux all show as it was typed.
"""

from __future__ import annotations

_WORDS = """\
READ ME FIRST
=============

This folder keeps the papers that this office wrote for its Police and Crime
Panel: every version that was archived, with everything it was made from.
A tool named pcp-reports wrote it. You do not need that tool, nor any other,
to find a version and to prove that it is still the one that was kept.
This page says how, with what Windows, a Mac or Linux bring along.


WHAT NOT TO DO
--------------
Do not rename, move, delete, sort or tidy up anything in here.
Do not open a Word file in here: Word may save it as you close it.
Copy what you want to read to somewhere else, and open the copy.
Adding a file, or an empty folder, is a change too.


1. WHERE THINGS ARE
-------------------
This folder (output/archive) follows an open standard of digital archives:
OCFL, the Oxford Common File Layout, version 1.1.  https://ocfl.io/1.1/spec/

  0=ocfl_1.1               says that this is such an archive
  2023/                    the year of the Panel's meeting, or "undated"
    2023-10-03-panel-update/     one paper, with all of its versions
      0=ocfl_object_1.1          says that this is one paper's folder
      inventory.json             the list of all its versions and files
      inventory.json.sha512      the check sum of that list
      v1/                        the first version
        inventory.json           the list as it stood then
        inventory.json.sha512
        files/                   the files of this version
      v2/                        the second version, and so on

In the files/ of each version:

  2023-10-03 panel-update v2 final.docx    the paper itself
  entries/                 what was typed, and what the paper was made from;
                           exempt (secret) matter was left out
  template.docx            the Word template that was filled
  findings.json            what the checks said, and the reasons given where
                           a warning was accepted
  totals.csv               the grants added up
  2023-10-03 figures.docx  the evidence sheet: what each figure rests on
                           (only where one was written)
  version.json             how, when and with what it was made (see 5)

The folder output/ledger, beside this one, is the register of all versions
(see 4). The folder output/unfinished, if there is one, holds attempts that
were cut off, by a power cut for example, before anything was archived.
They are no versions, and nothing refers to them. Nor is a folder with a
number above that of the latest version (see 2), in which a file named
"NOT FINISHED.txt" may stand: somebody is archiving at this moment, or was
cut off; the next one who archives settles it.


2. WHICH VERSION IS WHICH
-------------------------
The number in the name is what counts: v2 came after v1. The dates of the
files do not: copying changes them.

The name of the Word file says what the version was: draft, final, sent,
published or corrected. The published ones, and the corrected ones, are
those that the public was given.

To be sure, open a copy of inventory.json in Notepad. It is plain text:

  "head": "v3"             the latest version is v3
  "versions": "v2":        what is known of version 2:
    "created"              when it was archived
    "message"              its status, a colon, and the reason given:
                           "final: Cleared by the Chief Executive"
    "user"                 who archived it
    "state"                its files: after each check sum, in [ ], the true
                           name of the file that has it
  "manifest"               after each check sum, in [ ], where in this
                           paper's folder that file lies: "v2/files/..."

So: take a file's check sum from the "state" of the version, find the same
check sum in the "manifest", and there stands the path of the file. The two
names are nearly always the same. Where Windows could not bear a name, the
"state" has the true one, and the folder one that is a little different.


3. IS A FILE STILL THE ONE THAT WAS KEPT?
-----------------------------------------
The check sum is the file's SHA-512: 128 digits, other ones if but one letter
of the file is changed. Have it worked out, in the folder of the paper:

  Windows      certutil -hashfile "v2\\files\\NAME OF THE FILE" SHA512
  PowerShell   Get-FileHash -Algorithm SHA512 "v2\\files\\NAME OF THE FILE"
  Mac          shasum -a 512 "v2/files/NAME OF THE FILE"
  Linux        sha512sum "v2/files/NAME OF THE FILE"

Look for these digits in inventory.json. Large and small letters, and blanks
between the digits, make no difference. The digits are there, under
"manifest", followed by the path of this very file: it is what was kept.
They are not: the file was changed, or see 5, "SharePoint".
A file that no line of the "manifest" names was not archived: somebody put
it there.

Then the list itself. inventory.json.sha512 holds its check sum, which must
be what this prints:

  Windows      certutil -hashfile inventory.json SHA512
  PowerShell   Get-FileHash -Algorithm SHA512 inventory.json
  Mac          shasum -a 512 -c inventory.json.sha512
  Linux        sha512sum -c inventory.json.sha512

And the inventory.json in the folder of the latest version (v3, if the list
says "head": "v3") must be the very same file: the same check sum.

Where somebody has Python, this checks all files of a paper at one go, in
the folder of the paper:

  import hashlib, json, pathlib
  held = json.loads(pathlib.Path("inventory.json").read_bytes())
  for digest, paths in held["manifest"].items():
      for path in paths:
          data = pathlib.Path(path).read_bytes()
          same = hashlib.sha512(data).hexdigest() == digest.lower()
          print("as it was" if same else "CHANGED", path)


4. WAS EVERYTHING REWRITTEN, LISTS AND ALL?
-------------------------------------------
Somebody might change a file and all check sums with it. The ledger is there
against that. In output/ledger is one small file for each version that was
archived, numbered 000001, 000002 and so on, with none left out:

  "number"             its own number
  "paper", "version", "status", "reason", "by", "created"
                       what was archived, why, by whom, and when
  "object"             the paper's folder
  "inventory"          the SHA-512 of inventory.json in that version's folder
  "previous"           the SHA-256 of the ledger's file before this one

Work out the SHA-512 of the version's inventory.json as in 3 (the one in the
folder v2, for version 2): it must be the one in the ledger's file.

Then the chain: work out the SHA-256 of 000001, and look whether it is the
"previous" of 000002; and so on to the last.

  Windows      certutil -hashfile "000001 NAME.json" SHA256
  PowerShell   Get-FileHash -Algorithm SHA256 "000001 NAME.json"
  Mac          shasum -a 256 "000001 NAME.json"
  Linux        sha256sum "000001 NAME.json"

The SHA-256 of the last file is the "head digest". Nobody can change, take
out or put in anything before it without changing it. If it stands in
somebody else's papers, in the Panel's minutes or in an old e-mail, work out
the SHA-256 of the ledger's files and look for it: if it is the check sum of
one of them, then that file and every one before it are as they were on that
day, and so is every version that they name. If no file of the ledger has
it, the ledger was rewritten since, or is not whole.


5. VERSION.JSON, AND SHAREPOINT
-------------------------------
version.json tells, in plain text: the paper, its status and the reason, which
version it takes the place of ("supersedes"), the tool and its version, the
programs that it used, and the SHA-256 of everything that went in ("inputs",
"template") and came out ("outputs"). "as_built": false means that the paper
was edited in Word after it had been built, and was kept as edited.

SharePoint and OneDrive pack a Word file anew when it is uploaded, so that its
check sum is another, although not a word in it was changed. A Word file is a
zip folder of smaller files, its "parts". version.json keeps the SHA-256 of
each part, under "outputs", the name of the paper, "package", "parts". To
compare: copy the Word file somewhere else, change the end of the copy's name
from .docx to .zip, unpack it, and work out the SHA-256 of the parts as in 4.
If those in the folder word, the document itself, are the same, so is the
paper; what SharePoint adds stands in the folders docProps and customXml, and
in the lists of what belongs together (.rels, [Content_Types].xml).


6. CHECKING WITH A TOOL, AND HANDING IT ON
------------------------------------------
Any program that validates OCFL 1.1 can check this folder, the Python program
ocfl-py for one. With pcp-reports itself:

  pcp-reports verify       checks every file, and the ledger
  pcp-reports versions     lists what there is

To hand everything on, copy the whole of the folder output: the archive and
the ledger belong together. Copy it; do not send it by e-mail piece by piece.
Then check the copy as above.

To hand on one version, "pcp-reports export" makes a BagIt bag of it: a folder
that archives and libraries take in, and that any BagIt program can check.
"""

READ_ME_TEXT = _WORDS.replace("\n", "\r\n")
"""The whole text, each line ended as Windows ends it; to be written as UTF-8 without any change of line ends."""
READ_ME_BYTES = READ_ME_TEXT.encode("utf-8")
"""The same as the bytes of the file."""
READ_ME_BEFORE: tuple[str, ...] = ()
"""The SHA-256 of each text that an earlier release wrote: an archive keeps the page that it was begun with, and `verify`
knows it by these. Whoever changes the words after a release adds here what they were; this is the first release."""
