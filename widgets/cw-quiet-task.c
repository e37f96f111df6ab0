/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-quiet-task.h"

#include <sys/resource.h>

#define NICENESS 6

typedef struct
{
  GTask *task;
  GTaskThreadFunc func;
} Quiet;

static gboolean
do_nothing (gpointer data)
{
  return G_SOURCE_REMOVE;
}

static gpointer
run (gpointer data)
{
  Quiet *quiet = data;
  GTask *task = quiet->task;

  /* of this thread only, on Linux, and of those that it starts */
  setpriority (PRIO_PROCESS, 0, getpriority (PRIO_PROCESS, 0) + NICENESS);
  quiet->func (task, g_task_get_source_object (task), g_task_get_task_data (task),
               g_task_get_cancellable (task));
  /* what the task holds goes in the main thread */
  g_idle_add_full (G_PRIORITY_DEFAULT, do_nothing, task, g_object_unref);
  g_free (quiet);

  return NULL;
}

/**
 * cw_quiet_task_run:
 * @task: a task
 * @func: does its work and returns from it
 *
 * Runs a task as g_task_run_in_thread () does, but in a thread that steps back where another
 * wants the processor: nobody looks at what it does, and the hand must not feel it.
 */
void
cw_quiet_task_run (GTask *task, GTaskThreadFunc func)
{
  Quiet *quiet = g_new (Quiet, 1);

  quiet->task = g_object_ref (task);
  quiet->func = func;
  g_thread_unref (g_thread_new ("quiet", run, quiet));
}
