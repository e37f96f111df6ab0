/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/file/cw-file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/file/cw-file-calls.h"

/* how much is asked of the system at once, below the limit that Linux sets [bytes] */
#define PIECE ((gsize) 1 << 30)
#define N_TEMPORARY_NAMES 100
/* what is kept of a name, so that the temporary one fits the usual 255 bytes */
#define STEM_MAX 240

/* where a file goes: its folder, held open, and its name there */
typedef struct
{
  const char *path; /* as the caller gave it, for messages */
  int directory;
  char *name;
  gboolean exists;
  struct stat status;
} Target;

static int
open_at (int directory, const char *name, int flags, mode_t mode)
{
  return openat (directory, name, flags, mode);
}

static int
rename_at (int directory, const char *from, const char *to)
{
  return renameat (directory, from, directory, to);
}

static int
remove_at (int directory, const char *name)
{
  return unlinkat (directory, name, 0);
}

const CwFileCalls cw_file_system_calls = {
  .open = open_at,
  .stat = fstat,
  .read = read,
  .write = write,
  .chmod = fchmod,
  .sync = fsync,
  .close = close,
  .rename = rename_at,
  .remove = remove_at,
};

static const CwFileCalls *calls = &cw_file_system_calls;

/**
 * cw_file_set_calls:
 * @new_calls: (nullable): what to call instead of the system; %NULL for the system again
 *
 * Puts other system calls in place. For tests only, before threads are started.
 */
void
cw_file_set_calls (const CwFileCalls *new_calls)
{
  calls = new_calls != NULL ? new_calls : &cw_file_system_calls;
}

/**
 * cw_file_dup_display_name:
 * @path: (type filename): a path
 *
 * Makes a path fit for a message: valid UTF-8 on one line.
 *
 * Returns: (transfer full): the name to show
 */
char *
cw_file_dup_display_name (const char *path)
{
  g_autofree char *valid = NULL;
  GString *shown;

  g_return_val_if_fail (path != NULL, NULL);

  valid = g_utf8_make_valid (path, -1);
  shown = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isprint (c))
        g_string_append_unichar (shown, c);
      else
        g_string_append_printf (shown, "\\u{%x}", c);
    }

  return g_string_free (shown, FALSE);
}

G_GNUC_PRINTF (4, 5)
static gboolean
fail (GError **error, CwIoError code, const char *path, const char *format, ...)
{
  g_autofree char *name = cw_file_dup_display_name (path);
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, CW_IO_ERROR, code, "%s: %s", name, what);

  return FALSE;
}

#define fail_null(...) (fail (__VA_ARGS__), NULL)

/* the system's words for an error, in English whatever the locale */
static const char *
describe (int number)
{
  const char *text = strerrordesc_np (number);

  return text != NULL ? text : "unknown error";
}

static int
open_retrying (int directory, const char *name, int flags, mode_t mode)
{
  int fd;

  do
    fd = calls->open (directory, name, flags, mode);
  while (fd < 0 && errno == EINTR);

  return fd;
}

static const char *
describe_kind (mode_t mode)
{
  if (S_ISDIR (mode))
    return "is a folder";
  if (S_ISFIFO (mode))
    return "is a pipe, not a file";
  if (S_ISSOCK (mode))
    return "is a socket, not a file";

  return "is a device, not a file";
}

/* reads until the end or until @size bytes are there; -1 with errno on failure */
static gssize
read_all (int fd, guint8 *data, gsize size)
{
  gsize length = 0;

  while (length < size)
    {
      gssize n = calls->read (fd, data + length, MIN (size - length, PIECE));

      if (n == 0)
        break;
      if (n > 0)
        length += (gsize) n;
      else if (errno != EINTR)
        return -1;
    }

  return (gssize) length;
}

static GBytes *
read_open_file (int fd, const char *path, gsize limit, GError **error)
{
  g_autofree guint8 *data = NULL;
  struct stat before;
  struct stat after;
  gssize n;

  if (calls->stat (fd, &before) < 0)
    return fail_null (error, CW_IO_ERROR_FILE, path, "%s", describe (errno));
  if (!S_ISREG (before.st_mode))
    return fail_null (error, CW_IO_ERROR_FILE, path, "%s", describe_kind (before.st_mode));
  if ((guint64) before.st_size > limit)
    return fail_null (error, CW_IO_ERROR_LIMIT, path, "is larger than %" G_GSIZE_FORMAT " bytes",
                      limit);

  /* one byte more, to see that nothing follows */
  data = g_try_malloc ((gsize) before.st_size + 1);
  if (data == NULL)
    return fail_null (error, CW_IO_ERROR_LIMIT, path, "does not fit into memory");

  n = read_all (fd, data, (gsize) before.st_size + 1);
  if (n < 0)
    return fail_null (error, CW_IO_ERROR_FILE, path, "%s", describe (errno));

  /* half of one state and half of another is not a file that anybody wrote */
  if (calls->stat (fd, &after) < 0)
    return fail_null (error, CW_IO_ERROR_FILE, path, "%s", describe (errno));
  if (n != before.st_size || after.st_size != before.st_size
      || after.st_mtim.tv_sec != before.st_mtim.tv_sec
      || after.st_mtim.tv_nsec != before.st_mtim.tv_nsec)
    return fail_null (error, CW_IO_ERROR_FILE, path, "changed while it was read");

  return g_bytes_new_take (g_steal_pointer (&data), (gsize) n);
}

/**
 * cw_file_read:
 * @path: (type filename): path of a regular file
 * @limit: the largest size that is accepted, at most %CW_FILE_MAX [bytes]
 * @error: where to put the error
 *
 * Reads a whole file into memory. Never waits for a pipe or a device and never
 * unpacks anything.
 *
 * Returns: (transfer full): the bytes; %NULL with an error of %CW_IO_ERROR, `name: what`,
 *   when it is not a regular file, too large, changes meanwhile or cannot be read
 */
GBytes *
cw_file_read (const char *path, gsize limit, GError **error)
{
  GBytes *bytes;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (limit <= CW_FILE_MAX, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  fd = open_retrying (AT_FDCWD, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  if (fd < 0)
    return fail_null (error, CW_IO_ERROR_FILE, path, "%s", describe (errno));

  bytes = read_open_file (fd, path, limit, error);
  calls->close (fd);

  return bytes;
}

/* opens the folder that @path leads to once symbolic links are followed */
static gboolean
open_target (Target *target, const char *path, GError **error)
{
  g_autofree char *resolved = NULL;
  g_autofree char *folder = NULL;
  struct stat status;

  target->path = path;
  if (*path == '\0')
    return fail (error, CW_IO_ERROR_FILE, path, "has no name");
  if (g_str_has_suffix (path, "/"))
    return fail (error, CW_IO_ERROR_FILE, path, "is a folder");

  if (lstat (path, &status) == 0 && S_ISLNK (status.st_mode))
    {
      char *real = realpath (path, NULL);

      if (real == NULL && errno == ENOENT)
        return fail (error, CW_IO_ERROR_FILE, path, "is a symbolic link that leads nowhere");
      if (real == NULL)
        return fail (error, CW_IO_ERROR_FILE, path, "%s", describe (errno));
      resolved = g_strdup (real);
      free (real);
    }

  folder = g_path_get_dirname (resolved != NULL ? resolved : path);
  target->name = g_path_get_basename (resolved != NULL ? resolved : path);
  target->directory = open_retrying (AT_FDCWD, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (target->directory < 0)
    return fail (error, CW_IO_ERROR_FILE, path, "its folder cannot be opened: %s",
                 describe (errno));

  return TRUE;
}

/* whether what is there may be replaced */
static gboolean
check_target (Target *target, GError **error)
{
  if (fstatat (target->directory, target->name, &target->status, AT_SYMLINK_NOFOLLOW) < 0)
    {
      if (errno == ENOENT)
        return TRUE;
      return fail (error, CW_IO_ERROR_FILE, target->path, "%s", describe (errno));
    }

  target->exists = TRUE;
  if (!S_ISREG (target->status.st_mode))
    return fail (error, CW_IO_ERROR_FILE, target->path, "%s",
                 describe_kind (target->status.st_mode));
  if (faccessat (target->directory, target->name, W_OK, AT_EACCESS) < 0)
    return fail (error, CW_IO_ERROR_FILE, target->path, "is read-only: %s", describe (errno));

  return TRUE;
}

static int
open_temporary (const Target *target, char **name, GError **error)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  mode_t mode = target->exists ? 0600 : 0666;

  for (guint i = 0; i < N_TEMPORARY_NAMES; i++)
    {
      char suffix[7] = "";
      g_autofree char *attempt = NULL;
      int fd;

      for (guint j = 0; j < 6; j++)
        suffix[j] = letters[g_random_int_range (0, sizeof letters - 1)];
      attempt = g_strdup_printf (".%.*s.%s", STEM_MAX, target->name, suffix);
      fd = open_retrying (target->directory, attempt, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC,
                          mode);
      if (fd >= 0)
        {
          *name = g_steal_pointer (&attempt);
          return fd;
        }
      if (errno != EEXIST)
        {
          fail (error, CW_IO_ERROR_FILE, target->path, "no file can be made in its folder: %s",
                describe (errno));
          return -1;
        }
    }

  fail (error, CW_IO_ERROR_FILE, target->path, "no free name for a temporary file");
  return -1;
}

/* 0 or an errno */
static int
write_all (int fd, const guint8 *data, gsize size)
{
  while (size > 0)
    {
      gssize n = calls->write (fd, data, MIN (size, PIECE));

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      if (n == 0)
        return ENOSPC;
      data += n;
      size -= (gsize) n;
    }

  return 0;
}

/* gives the new file the owner of the old one as far as we may, and its mode; 0 or an errno */
static int
copy_attributes (int fd, const struct stat *old)
{
  struct stat status;

  if (calls->stat (fd, &status) < 0)
    return errno;
  if ((status.st_uid != old->st_uid || status.st_gid != old->st_gid)
      && fchown (fd, old->st_uid, old->st_gid) < 0 && fchown (fd, (uid_t) -1, old->st_gid) < 0)
    {
      /* it stays ours: what others were allowed was said of another owner */
      return calls->chmod (fd, old->st_mode & 0700) < 0 ? errno : 0;
    }

  return calls->chmod (fd, old->st_mode & 0777) < 0 ? errno : 0;
}

/* fills and closes the temporary file; 0 or an errno */
static int
fill_temporary (const Target *target, int fd, const void *data, gsize size)
{
  int failure = write_all (fd, data, size);

  if (failure == 0 && target->exists)
    failure = copy_attributes (fd, &target->status);
  while (failure == 0 && calls->sync (fd) < 0)
    {
      if (errno != EINTR)
        failure = errno;
    }
  /* Linux has closed it even when it was interrupted */
  if (calls->close (fd) < 0 && errno != EINTR && failure == 0)
    failure = errno;

  return failure;
}

static gboolean
replace_target (Target *target, const void *data, gsize size, GError **error)
{
  g_autofree char *temporary = NULL;
  int failure;
  int fd;

  if (!check_target (target, error))
    return FALSE;

  fd = open_temporary (target, &temporary, error);
  if (fd < 0)
    return FALSE;

  failure = fill_temporary (target, fd, data, size);
  if (failure == 0 && calls->rename (target->directory, temporary, target->name) < 0)
    failure = errno;
  if (failure != 0)
    {
      calls->remove (target->directory, temporary);
      return fail (error, CW_IO_ERROR_FILE, target->path, "cannot be written: %s",
                   describe (failure));
    }

  /* some file systems cannot sync a folder and say so */
  if (calls->sync (target->directory) < 0 && errno != EINVAL && errno != ENOTSUP)
    return fail (error, CW_IO_ERROR_FILE, target->path,
                 "is written, but may not survive a power cut: %s", describe (errno));

  return TRUE;
}

/**
 * cw_file_replace:
 * @path: (type filename): path of a regular file, or of one that is to be
 * @data: (array length=size) (element-type guint8): the new content
 * @size: its size [bytes]
 * @error: where to put the error
 *
 * Puts new content in the place of a file, in one step: whatever happens, also a
 * power cut, either the old content or the new one is there, and on failure nothing
 * else is left in the folder. Mode and, where allowed, owner are those of the old
 * file. A symbolic link stays one: what it leads to is replaced.
 *
 * Returns: whether it was done; else an error of %CW_IO_ERROR, `name: what`
 */
gboolean
cw_file_replace (const char *path, const void *data, gsize size, GError **error)
{
  Target target = { .directory = -1 };
  gboolean done;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (data != NULL || size == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  done = open_target (&target, path, error) && replace_target (&target, data, size, error);
  if (target.directory >= 0)
    calls->close (target.directory);
  g_free (target.name);

  return done;
}

/**
 * cw_file_ignore_signals:
 *
 * Lets a full disk quota and a closed pipe be errors that a write reports instead of
 * signals that end the program. For the start of `main ()`.
 */
void
cw_file_ignore_signals (void)
{
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);
}
