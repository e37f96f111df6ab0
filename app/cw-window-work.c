/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-window-work.h"

#include "app/cw-window-private.h"
#include "io/file/cw-io-error.h"

/**
 * cw_window_work_new:
 * @file: a file
 * @design: (nullable): what is written to it
 *
 * Returns: (transfer full): work on a file
 */
CwWindowWork *
cw_window_work_new (GFile *file, CwDesign *design)
{
  CwWindowWork *self = g_new0 (CwWindowWork, 1);

  self->file = g_object_ref (file);
  self->design = design != NULL ? cw_design_ref (design) : NULL;

  return self;
}

static void
work_free (gpointer data)
{
  CwWindowWork *self = data;

  g_object_unref (self->file);
  g_clear_pointer (&self->design, cw_design_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

/**
 * cw_window_work_start:
 * @self: a window
 * @work: (transfer full): the work
 * @func: does it, in a thread
 * @done: called in the end
 *
 * Starts work; the window is busy until @done says otherwise.
 */
void
cw_window_work_start (CwWindow *self, CwWindowWork *work, GTaskThreadFunc func,
                      GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, done, NULL);

  g_task_set_task_data (task, work, work_free);
  cw_window_set_busy (self, TRUE);
  g_task_run_in_thread (task, func);
}

/**
 * cw_window_work_dup_path:
 * @file: a file
 * @error: return location for an error
 *
 * Gets the path of a file on this machine; designs elsewhere are not read through the network.
 *
 * Returns: (transfer full): the path
 */
char *
cw_window_work_dup_path (GFile *file, GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      g_set_error (error, CW_IO_ERROR, CW_IO_ERROR_FILE,
                   "\"%s\" is no file on this machine: copy it here first", uri);
    }

  return path;
}

/**
 * cw_window_get_folder:
 * @self: a window
 *
 * Returns: (transfer full): where files are asked for first
 */
GFile *
cw_window_get_folder (CwWindow *self)
{
  return self->file != NULL ? g_file_get_parent (self->file) : NULL;
}
