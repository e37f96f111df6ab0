/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/file/cw-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/file/cw-file-calls.h"

#define OLD "the old content\n"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("chipwright-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a.cwx", NULL);
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  cw_file_set_calls (NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_old (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, OLD, -1, &error);
  g_assert_no_error (error);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

/* the message is @path, a colon and @what */
static void
assert_message (const GError *error, CwIoError code, const char *path, const char *what)
{
  g_autofree char *expected = g_strdup_printf ("%s: %s", path, what);

  g_assert_error (error, CW_IO_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
assert_not_read (const char *path, CwIoError code, const char *what)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_file_read (path, 1000, &error));
  assert_message (error, code, path, what);
}

static void
assert_not_replaced (const char *path, const char *what)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cw_file_replace (path, "new", 3, &error));
  assert_message (error, CW_IO_ERROR_FILE, path, what);
}

static void
test_reads_all_bytes (Fixture *fixture, gconstpointer user_data)
{
  static const char content[] = "a\0b\r\n\xff";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_file_set_contents (fixture->path, content, sizeof content, NULL);
  bytes = cw_file_read (fixture->path, sizeof content, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), content,
                   sizeof content);
}

static void
test_reads_empty_file (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_file_set_contents (fixture->path, "", 0, NULL);
  bytes = cw_file_read (fixture->path, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
}

static void
test_refuses_what_is_too_large (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *content = g_strnfill (1001, 'x');

  g_file_set_contents (fixture->path, content, 1001, NULL);
  assert_not_read (fixture->path, CW_IO_ERROR_LIMIT, "is larger than 1000 bytes");
}

static void
test_refuses_what_is_no_file (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);
  g_autofree char *nothing = g_build_filename (fixture->folder, "no", "such", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);

  assert_not_read (fixture->path, CW_IO_ERROR_FILE, "No such file or directory");
  assert_not_read (nothing, CW_IO_ERROR_FILE, "No such file or directory");
  assert_not_read (fixture->folder, CW_IO_ERROR_FILE, "is a folder");
  assert_not_read (pipe, CW_IO_ERROR_FILE, "is a pipe, not a file");
  assert_not_read (loop, CW_IO_ERROR_FILE, "Too many levels of symbolic links");
  assert_not_read ("/dev/zero", CW_IO_ERROR_FILE, "is a device, not a file");
  assert_not_read ("", CW_IO_ERROR_FILE, "No such file or directory");
}

static void
test_shows_any_name_on_one_line (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *shown = cw_file_dup_display_name ("a\nb%s%n\xff\xe2\x80\xaeµ");

  g_assert_cmpstr (shown, ==, "a\\u{a}b%s%n\xef\xbf\xbd\\u{202e}µ");
}

static int fault_countdown;
static int fault_errno;
static int n_calls;

static gboolean
is_fault (void)
{
  n_calls++;
  if (fault_countdown == 0 || --fault_countdown > 0)
    return FALSE;
  errno = fault_errno;

  return TRUE;
}

static gsize append_after;
static gsize cut_after;
static const char *changing_path;

/* another program changes the file when the first piece is read */
static ssize_t
read_of_changing_file (int fd, void *data, size_t size)
{
  ssize_t n = cw_file_system_calls.read (fd, data, MIN (size, 5));

  if (append_after > 0)
    {
      FILE *file = g_fopen (changing_path, "a");

      append_after = 0;
      fputs ("more", file);
      fclose (file);
    }
  if (cut_after > 0)
    {
      g_assert_cmpint (truncate (changing_path, (off_t) cut_after), ==, 0);
      cut_after = 0;
    }

  return n;
}

static void
test_refuses_file_that_changes (Fixture *fixture, gconstpointer user_data)
{
  CwFileCalls calls = cw_file_system_calls;

  calls.read = read_of_changing_file;
  cw_file_set_calls (&calls);
  changing_path = fixture->path;

  write_old (fixture->path);
  append_after = 1;
  assert_not_read (fixture->path, CW_IO_ERROR_FILE, "changed while it was read");

  write_old (fixture->path);
  cut_after = 7;
  assert_not_read (fixture->path, CW_IO_ERROR_FILE, "changed while it was read");
}

static ssize_t
interrupted_read (int fd, void *data, size_t size)
{
  if (is_fault ())
    return -1;
  fault_countdown = 2;

  return cw_file_system_calls.read (fd, data, MIN (size, 1));
}

static void
test_reads_on_after_interruption (Fixture *fixture, gconstpointer user_data)
{
  CwFileCalls calls = cw_file_system_calls;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  write_old (fixture->path);
  calls.read = interrupted_read;
  cw_file_set_calls (&calls);
  fault_countdown = 1;
  fault_errno = EINTR;

  bytes = cw_file_read (fixture->path, 1000, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), OLD, strlen (OLD));

  fault_countdown = 1;
  fault_errno = EIO;
  assert_not_read (fixture->path, CW_IO_ERROR_FILE, "Input/output error");
}

static void
test_makes_new_file (Fixture *fixture, gconstpointer user_data)
{
  mode_t mask = umask (027);
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_true (cw_file_replace (fixture->path, "new", 3, &error));
  umask (mask);
  g_assert_no_error (error);
  assert_content (fixture->path, "new");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_keeps_mode_of_old_file (Fixture *fixture, gconstpointer user_data)
{
  struct stat before;
  struct stat after;

  write_old (fixture->path);
  g_assert_cmpint (g_chmod (fixture->path, 0606), ==, 0);
  g_stat (fixture->path, &before);

  g_assert_true (cw_file_replace (fixture->path, NULL, 0, NULL));
  assert_content (fixture->path, "");
  g_stat (fixture->path, &after);
  g_assert_cmphex (after.st_mode & 0777, ==, 0606);
  g_assert_cmpuint (after.st_ino, !=, before.st_ino);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_keeps_symbolic_link (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);

  write_old (fixture->path);
  g_assert_cmpint (symlink ("a.cwx", link), ==, 0);

  g_assert_true (cw_file_replace (link, "new", 3, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (fixture->path, "new");
}

static void
test_takes_longest_name (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *too_long = g_strconcat (path, "n", NULL);

  g_assert_true (cw_file_replace (path, "new", 3, NULL));
  assert_content (path, "new");
  assert_not_replaced (too_long, "File name too long");
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_refuses_wrong_targets (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *dangling = g_build_filename (fixture->folder, "dangling", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);
  g_autofree char *slash = g_strconcat (fixture->folder, "/", NULL);
  g_autofree char *no_folder = g_build_filename (fixture->folder, "no", "such", NULL);
  g_autofree char *file_as_folder = g_build_filename (fixture->path, "x", NULL);

  write_old (fixture->path);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);

  assert_not_replaced ("", "has no name");
  assert_not_replaced (slash, "is a folder");
  assert_not_replaced (fixture->folder, "is a folder");
  assert_not_replaced (pipe, "is a pipe, not a file");
  assert_not_replaced ("/dev/full", "is a device, not a file");
  assert_not_replaced (dangling, "is a symbolic link that leads nowhere");
  assert_not_replaced (loop, "Too many levels of symbolic links");
  assert_not_replaced (no_folder, "its folder cannot be opened: No such file or directory");
  assert_not_replaced (file_as_folder, "its folder cannot be opened: Not a directory");

  assert_content (fixture->path, OLD);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 4);
}

/* a full disk, made of the limit on the size of a file, in a process of its own */
static void
test_keeps_old_file_when_disk_is_full (Fixture *fixture, gconstpointer user_data)
{
  write_old (fixture->path);

  for (rlim_t limit = 0; limit < 20000; limit += 4096 + 333)
    {
      int status;
      pid_t child = fork ();

      if (child == 0)
        {
          static guint8 data[20000];
          g_autofree char *expected
              = g_strdup_printf ("%s: cannot be written: File too large", fixture->path);
          struct rlimit size = { limit, limit };
          GError *error = NULL;

          cw_file_ignore_signals ();
          if (setrlimit (RLIMIT_FSIZE, &size) < 0)
            _exit (2);
          if (cw_file_replace (fixture->path, data, sizeof data, &error))
            _exit (3);
          _exit (strcmp (error->message, expected) == 0 ? 0 : 4);
        }

      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_cmpint (status, ==, 0);
      assert_content (fixture->path, OLD);
      g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
    }
}

static int
faulty_open (int directory, const char *name, int flags, mode_t mode)
{
  return is_fault () ? -1 : cw_file_system_calls.open (directory, name, flags, mode);
}

static int
faulty_stat (int fd, struct stat *status)
{
  return is_fault () ? -1 : cw_file_system_calls.stat (fd, status);
}

/* writes little at once */
static ssize_t
faulty_write (int fd, const void *data, size_t size)
{
  return is_fault () ? -1 : cw_file_system_calls.write (fd, data, MIN (size, 3));
}

static int
faulty_chmod (int fd, mode_t mode)
{
  return is_fault () ? -1 : cw_file_system_calls.chmod (fd, mode);
}

static int
faulty_sync (int fd)
{
  return is_fault () ? -1 : cw_file_system_calls.sync (fd);
}

/* like the real one, it has closed what it fails to close */
static int
faulty_close (int fd)
{
  int result = cw_file_system_calls.close (fd);

  return is_fault () ? -1 : result;
}

static int
faulty_rename (int directory, const char *from, const char *to)
{
  return is_fault () ? -1 : cw_file_system_calls.rename (directory, from, to);
}

static const CwFileCalls faulty_calls = {
  .open = faulty_open,
  .stat = faulty_stat,
  .read = read,
  .write = faulty_write,
  .chmod = faulty_chmod,
  .sync = faulty_sync,
  .close = faulty_close,
  .rename = faulty_rename,
};

static guint
count_open_files (void)
{
  return count_entries ("/proc/self/fd");
}

/* each call of a save fails once, in each way */
static void
test_survives_every_fault (Fixture *fixture, gconstpointer user_data)
{
  static const int errors[] = { EIO, ENOSPC, EDQUOT, EROFS, EACCES, EMFILE, ENOMEM, EINTR };
  CwFileCalls calls = faulty_calls;
  guint n_open = count_open_files ();
  int n_steps;

  calls.remove = cw_file_system_calls.remove;
  cw_file_set_calls (&calls);

  write_old (fixture->path);
  n_calls = 0;
  fault_countdown = 0;
  g_assert_true (cw_file_replace (fixture->path, "new content", 11, NULL));
  n_steps = n_calls;
  g_assert_cmpint (n_steps, >=, 11);

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    for (int step = 1; step <= n_steps; step++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *content = NULL;
        gboolean done;

        write_old (fixture->path);
        fault_countdown = step;
        fault_errno = errors[i];
        done = cw_file_replace (fixture->path, "new content", 11, &error);
        fault_countdown = 0;

        g_file_get_contents (fixture->path, &content, NULL, NULL);
        if (done)
          {
            g_assert_no_error (error);
            g_assert_cmpstr (content, ==, "new content");
          }
        else
          {
            g_assert_error (error, CW_IO_ERROR, CW_IO_ERROR_FILE);
            if (g_str_has_suffix (content, OLD))
              g_assert_cmpstr (content, ==, OLD);
            else
              g_assert_nonnull (strstr (error->message, "may not survive a power cut"));
          }
        g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
        g_assert_cmpuint (count_open_files (), ==, n_open);
      }
}

static int
forbidden_open (int directory, const char *name, int flags, mode_t mode)
{
  if ((flags & O_CREAT) != 0)
    {
      errno = EACCES;
      return -1;
    }

  return cw_file_system_calls.open (directory, name, flags, mode);
}

/* made of a call that fails: root may write anywhere */
static void
test_says_that_folder_is_read_only (Fixture *fixture, gconstpointer user_data)
{
  CwFileCalls calls = cw_file_system_calls;

  write_old (fixture->path);
  calls.open = forbidden_open;
  cw_file_set_calls (&calls);

  assert_not_replaced (fixture->path, "no file can be made in its folder: Permission denied");
  assert_content (fixture->path, OLD);
}

int
main (int argc, char *argv[])
{
#define ADD(name, func) g_test_add ("/io/file/file/" name, Fixture, NULL, set_up, func, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("reads-all-bytes", test_reads_all_bytes);
  ADD ("reads-empty-file", test_reads_empty_file);
  ADD ("refuses-what-is-too-large", test_refuses_what_is_too_large);
  ADD ("refuses-what-is-no-file", test_refuses_what_is_no_file);
  ADD ("shows-any-name-on-one-line", test_shows_any_name_on_one_line);
  ADD ("refuses-file-that-changes", test_refuses_file_that_changes);
  ADD ("reads-on-after-interruption", test_reads_on_after_interruption);
  ADD ("makes-new-file", test_makes_new_file);
  ADD ("keeps-mode-of-old-file", test_keeps_mode_of_old_file);
  ADD ("keeps-symbolic-link", test_keeps_symbolic_link);
  ADD ("takes-longest-name", test_takes_longest_name);
  ADD ("refuses-wrong-targets", test_refuses_wrong_targets);
  ADD ("keeps-old-file-when-disk-is-full", test_keeps_old_file_when_disk_is_full);
  ADD ("survives-every-fault", test_survives_every_fault);
  ADD ("says-that-folder-is-read-only", test_says_that_folder_is_read_only);

  return g_test_run ();
}
