/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/gerber/cw-gerber.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "io/file/cw-file.h"
#include "io/gerber/cw-gerber-set.h"

static gboolean
fail (GError **error, int number, const char *path)
{
  g_autofree char *name = cw_file_dup_display_name (path);

  g_set_error (error, CW_IO_ERROR, CW_IO_ERROR_FILE, "%s: %s", name, g_strerror (number));
  return FALSE;
}

static void
remove_staged (const char *staging, const GArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path
          = g_build_filename (staging, g_array_index (files, CwGerberFile, i).name, NULL);

      g_unlink (path);
    }
  g_rmdir (staging);
}

static gboolean
write_staged (const char *staging, const GArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      const CwGerberFile *file = &g_array_index (files, CwGerberFile, i);
      g_autofree char *path = g_build_filename (staging, file->name, NULL);

      if (!cw_file_replace (path, g_bytes_get_data (file->bytes, NULL),
                            g_bytes_get_size (file->bytes), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
move_staged (const char *staging, const char *directory, const GArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      const CwGerberFile *file = &g_array_index (files, CwGerberFile, i);
      g_autofree char *from = g_build_filename (staging, file->name, NULL);
      g_autofree char *to = g_build_filename (directory, file->name, NULL);

      if (g_rename (from, to) != 0)
        return fail (error, errno, to);
    }

  return TRUE;
}

/**
 * cw_gerber_export:
 * @design: a design
 * @directory: where the files go; made when it is not there
 * @options: how to write
 * @files: (out) (optional) (transfer full) (element-type filename): names of the files
 * @error: return location for an error
 *
 * Writes the Gerber files of a design. All of them are written to a folder beside their places
 * before the first one is moved there, so that a full disk leaves an earlier export as it was.
 *
 * Returns: %TRUE, or %FALSE with a #CwIoError
 */
gboolean
cw_gerber_export (const CwDesign *design, const char *directory, const CwGerberOptions *options,
                  GPtrArray **files, GError **error)
{
  g_autoptr (GArray) set = NULL;
  g_autofree char *staging = NULL;
  gboolean ok;

  g_return_val_if_fail (design != NULL && directory != NULL && options != NULL, FALSE);

  if (g_mkdir_with_parents (directory, 0777) != 0)
    return fail (error, errno, directory);
  staging = g_build_filename (directory, ".chipwright-XXXXXX", NULL);
  if (g_mkdtemp (staging) == NULL)
    return fail (error, errno, directory);

  set = cw_gerber_set_new (design, options);
  ok = write_staged (staging, set, error) && move_staged (staging, directory, set, error);
  remove_staged (staging, set);
  if (!ok || files == NULL)
    return ok;

  *files = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < set->len; i++)
    g_ptr_array_add (*files, g_strdup (g_array_index (set, CwGerberFile, i).name));

  return TRUE;
}
