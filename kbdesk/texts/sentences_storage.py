"""Sentences of the storage codes."""

from kbdesk.texts.marking import mark

SENTENCES = {
    "document.not_there": mark("There is no file “{file}” in the folder {folder}."),
    "document.is_folder": mark("“{file}” in {folder} is a folder, not a kbdesk document; choose a file inside it."),
    "document.exists": mark(
        "There is already a file “{file}” in {folder}, and it stays as it is; choose another name for the new document."
    ),
    "document.name_impossible": mark(
        "“{file}” cannot be the name of a file in {folder}: it is too long or has characters not allowed there."
    ),
    "document.folder_missing": mark(
        "The folder {folder} does not exist; make it first or choose another folder for “{file}”."
    ),
    "document.folder_protected": mark(
        "The folder {folder} is protected against writing, so “{file}” cannot be made there; choose another folder."
    ),
    "document.foreign": mark("“{file}” is not a kbdesk document; nothing in it was changed."),
    "document.foreign_database": mark(
        "“{file}” is a database of another program, not a kbdesk document; nothing in it was changed."
    ),
    "document.newer": mark(
        "“{file}” has file format {file_version}, this kbdesk reads formats up to {program_version}; "
        "install a newer kbdesk to open it."
    ),
    "document.older_read_only": mark(
        "“{file}” has the older file format {version} and must be brought up to date before it can be read; "
        "open it once for editing (a backup is made first)."
    ),
    "document.migration_failed": mark(
        "“{file}” could not be brought from file format {version} to {goal}; it is unchanged, "
        "and a backup of it is in the list of backups."
    ),
    "document.damaged": mark("“{file}” is damaged and cannot be opened; there is no backup of it on this computer."),
    "document.damaged_with_backup": mark(
        "“{file}” is damaged and cannot be opened; the newest good backup is from {time} ({backup}): restore it."
    ),
    "document.row_not_understood": mark(
        "A row of the table “{table}” cannot be read, probably because another program changed it: {row}. "
        "Restore a backup or correct the row there."
    ),
    "document.not_as_recorded": mark(
        "The record {record} in “{file}” is no longer as kbdesk left it, probably because another program changed it; "
        "the step cannot be undone or repeated. Enter the value anew."
    ),
    "document.in_use": mark(
        "“{file}” has been open since {since} by {who} on {computer}; "
        "open it for reading only, or close it there first."
    ),
    "document.in_use_elsewhere": mark(
        "“{file}” has been in use since {since} by {who} on the computer {computer}; open it for reading only, or, "
        "if kbdesk no longer runs there, delete the note “{note}” beside it."
    ),
    "document.read_only": mark("“{file}” is open for reading only, so nothing can be changed in it."),
    "document.not_writable": mark(
        "“{file}” in {folder} is protected against writing; open it for reading only or save a copy elsewhere."
    ),
    "document.folder_not_writable": mark(
        "The folder {folder} is protected against writing, so “{file}” cannot be changed there; "
        "open it for reading only or copy it to another folder."
    ),
    "document.no_permission": mark(
        "You have no permission to open “{file}” in {folder}; ask the person who looks after this computer or drive."
    ),
    "document.unreachable": mark(
        "“{file}” in {folder} cannot be reached or written; "
        "check that the drive is connected and that the folder still exists."
    ),
    "document.moved": mark(
        "“{file}” was moved, renamed or replaced while it was open, so the last change was not saved; "
        "close the document and open it again from its new place."
    ),
    "document.interrupted": mark(
        "The last change to “{file}” was interrupted and has to be tidied up; open it once for editing."
    ),
    "document.locked": mark(
        "“{file}” is being used by another program at this moment, so the last change was not saved; try again."
    ),
    "document.disk_full": mark(
        "There is no space left for “{file}” in {folder}; the last change was not saved, everything before it is. "
        "Free some space and try again."
    ),
    "document.drive_failed": mark(
        "The drive with {folder} reports an error, so the last change to “{file}” was not saved; "
        "everything before it is."
    ),
    "backup.not_written": mark(
        "No backup of “{file}” could be written to {folder}; free some space there or make the folder writable."
    ),
    "backup.none": mark("There is no backup of “{file}” on this computer."),
    "backup.unknown": mark("There is no backup “{backup}” of “{file}”; available: {available}."),
    "backup.not_sound": mark("The backup “{backup}” is damaged or is none; “{file}” stays as it is."),
}
