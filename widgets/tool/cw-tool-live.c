/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-tool-private.h"

/* What a motion has no time for is checked in a worker thread, one ghost at a time. A result is shown only
 * with the ghost that it is of. */

typedef struct
{
  CwCheckResult *base;
  CwDesign *ghost;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  cw_check_result_unref (job->base);
  cw_design_unref (job->ghost);
  g_free (job);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (CwDiff) diff = cw_diff_new (cw_check_result_get_design (job->base), job->ghost);

  g_task_return_pointer (task, cw_check_update (job->base, diff),
                         (GDestroyNotify) cw_check_result_unref);
}

static void
done (GObject *source, GAsyncResult *async, gpointer user_data)
{
  CwTool *self = CW_TOOL (source);
  CwToolCore *core = cw_tool_get_core (self);
  Job *job = g_task_get_task_data (G_TASK (async));
  g_autoptr (CwCheckResult) result = g_task_propagate_pointer (G_TASK (async), NULL);

  core->checking = FALSE;
  if (core->live.status != CW_LIVE_CHECKING)
    return;
  if (result == NULL || core->preview != job->ghost
      || cw_tool_host_get_check (core->host) != job->base)
    {
      cw_tool_check_later (self);
      return;
    }
  cw_live_check_take (&core->live, job->base, core->diff, result);
  cw_tool_host_tell_live (core->host);
}

/* the ghost in hand, when it can be checked and is not yet */
void
cw_tool_check_later (CwTool *self)
{
  CwToolCore *core = cw_tool_get_core (self);
  CwCheckResult *base = cw_tool_host_get_check (core->host);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (core->checking || core->preview == NULL || core->live.status != CW_LIVE_CHECKING
      || !cw_live_check_is_usable (base, core->diff))
    return;
  job = g_new (Job, 1);
  job->base = cw_check_result_ref (base);
  job->ghost = cw_design_ref (core->preview);
  core->checking = TRUE;
  task = g_task_new (self, NULL, done, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}
