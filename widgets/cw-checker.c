/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-checker.h"

#include "widgets/cw-quiet-task.h"

#define PROGRESS_DELAY 60 /* [ms] */
#define MANY_ITEMS 2000   /* a change of more is checked in a worker thread */

/* one run of the checker, shared with its threads */
typedef struct
{
  CwDesign *design;
  CwCheckResult *base; /* NULL for a full run */
  gint thousandths;    /* how much is done */
} Run;

struct _CwChecker
{
  GObject parent_instance;

  CwEditor *editor;
  GTask *task;
  GCancellable *cancellable;
  guint progress;
  guint update;
  gboolean many;       /* items have changed: even to list them takes the main thread too long */
  CwCheckResult *last; /* counted */
  gsize n_errors;
  gsize n_warnings;
  gsize n_waived;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwChecker, cw_checker, G_TYPE_OBJECT)

static void start (CwChecker *self, CwCheckResult *base);

static void
emit_changed (CwChecker *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
run_free (gpointer data)
{
  Run *run = data;

  cw_design_unref (run->design);
  g_clear_pointer (&run->base, cw_check_result_unref);
  g_free (run);
}

static void
note_progress (double fraction, gpointer user_data)
{
  Run *run = user_data;

  g_atomic_int_set (&run->thousandths, (gint) (fraction * 1000));
}

/* in a worker thread */
static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;
  CwCheckOptions options
      = { .cancellable = cancellable, .progress = note_progress, .user_data = run };
  GError *error = NULL;
  CwCheckResult *result;

  if (run->base != NULL)
    {
      g_autoptr (CwDiff) diff = cw_diff_new (cw_check_result_get_design (run->base), run->design);

      result = cw_check_update (run->base, diff);
    }
  else
    result = cw_check_run (run->design, &options, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, (GDestroyNotify) cw_check_result_unref);
}

/* brings the last result up to the current design */
static void
catch_up (CwChecker *self)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwCheckResult *base = cw_tool_host_get_check (host);
  CwDesign *design = cw_editor_get_design (self->editor);
  g_autoptr (CwDiff) diff = NULL;

  if (base == NULL || self->task != NULL || cw_check_result_get_design (base) == design)
    return;
  if (!self->many)
    diff = cw_diff_new (cw_check_result_get_design (base), design);
  if (diff == NULL || diff->n_items > MANY_ITEMS)
    start (self, base);
  else
    {
      g_autoptr (CwCheckResult) next = cw_check_update (base, diff);

      cw_tool_host_set_check (host, next);
    }
}

static gboolean
update_now (gpointer data)
{
  CwChecker *self = data;

  self->update = 0;
  catch_up (self);

  return G_SOURCE_REMOVE;
}

/* after the tool that commits has brought its own result, and before the next frame */
static void
document_changed (CwChecker *self, const CwDiff *diff)
{
  self->many |= diff->n_items > MANY_ITEMS;
  if (self->update == 0)
    self->update = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_now, self, NULL);
}

static void
run_done (GObject *source, GAsyncResult *async, gpointer user_data)
{
  CwChecker *self = CW_CHECKER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwCheckResult) result = g_task_propagate_pointer (G_TASK (async), &error);

  if (self->task != G_TASK (async))
    return;
  g_clear_object (&self->task);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->progress, g_source_remove);
  if (result != NULL && self->editor != NULL)
    {
      cw_tool_host_set_check (cw_editor_get_host (self->editor), result);
      catch_up (self);
    }
  emit_changed (self);
}

static gboolean
tell_progress (gpointer data)
{
  emit_changed (data);

  return G_SOURCE_CONTINUE;
}

static void
start (CwChecker *self, CwCheckResult *base)
{
  Run *run = g_new0 (Run, 1);

  run->design = cw_design_ref (cw_editor_get_design (self->editor));
  run->base = base != NULL ? cw_check_result_ref (base) : NULL;
  self->many = FALSE;
  self->cancellable = g_cancellable_new ();
  self->task = g_task_new (self, self->cancellable, run_done, NULL);
  g_task_set_task_data (self->task, run, run_free);
  cw_quiet_task_run (self->task, work);
  self->progress = g_timeout_add (PROGRESS_DELAY, tell_progress, self);
  emit_changed (self);
}

static void
count (CwChecker *self)
{
  CwCheckResult *result = cw_tool_host_get_check (cw_editor_get_host (self->editor));
  gsize n = result != NULL ? cw_check_result_get_n_violations (result) : 0;

  if (self->last == result)
    return;
  g_clear_pointer (&self->last, cw_check_result_unref);
  self->last = result != NULL ? cw_check_result_ref (result) : NULL;
  self->n_errors = 0;
  self->n_warnings = 0;
  self->n_waived = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (cw_checker_get_waiver (self, i) != CW_ID_NONE)
        self->n_waived++;
      else if (cw_check_result_get_violation (result, i)->severity == CW_SEVERITY_ERROR)
        self->n_errors++;
      else
        self->n_warnings++;
    }
}

static void
cw_checker_dispose (GObject *object)
{
  CwChecker *self = CW_CHECKER (object);

  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_handle_id (&self->progress, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->task);
  if (self->editor != NULL)
    {
      g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
      g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
    }
  g_clear_object (&self->editor);
  g_clear_pointer (&self->last, cw_check_result_unref);
  G_OBJECT_CLASS (cw_checker_parent_class)->dispose (object);
}

static void
cw_checker_class_init (CwCheckerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_checker_dispose;

  /**
   * CwChecker::changed:
   * @self: a checker
   *
   * The state, the progress or the result is another.
   */
  signals[CHANGED] = g_signal_new ("changed", CW_TYPE_CHECKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
cw_checker_init (CwChecker *self)
{
}

/**
 * cw_checker_new:
 * @editor: whose document to check
 *
 * Makes a checker that has not run yet.
 *
 * Returns: (transfer full): the checker
 */
CwChecker *
cw_checker_new (CwEditor *editor)
{
  CwChecker *self;

  g_return_val_if_fail (CW_IS_EDITOR (editor), NULL);

  self = g_object_new (CW_TYPE_CHECKER, NULL);
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed",
                            G_CALLBACK (document_changed), self);
  g_signal_connect_swapped (cw_editor_get_host (editor), "check-changed", G_CALLBACK (emit_changed),
                            self);

  return self;
}

/**
 * cw_checker_run:
 * @self: a checker
 *
 * Checks all rules on the whole design in worker threads. A run at work goes on.
 */
void
cw_checker_run (CwChecker *self)
{
  g_return_if_fail (CW_IS_CHECKER (self));

  if (self->task == NULL)
    start (self, NULL);
}

/**
 * cw_checker_cancel:
 * @self: a checker
 *
 * Ends the run at work. What was known before stays known.
 */
void
cw_checker_cancel (CwChecker *self)
{
  g_return_if_fail (CW_IS_CHECKER (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/**
 * cw_checker_get_state:
 * @self: a checker
 *
 * Returns: what is known of the rules
 */
CwCheckerState
cw_checker_get_state (CwChecker *self)
{
  CwCheckResult *result;

  g_return_val_if_fail (CW_IS_CHECKER (self), CW_CHECKER_IDLE);

  if (self->task != NULL)
    return CW_CHECKER_RUNNING;
  result = cw_tool_host_get_check (cw_editor_get_host (self->editor));

  return result != NULL && cw_check_result_is_complete (result) ? CW_CHECKER_DONE : CW_CHECKER_IDLE;
}

/**
 * cw_checker_get_fraction:
 * @self: a checker
 *
 * Returns: how much of the run at work is done, 0 to 1
 */
double
cw_checker_get_fraction (CwChecker *self)
{
  Run *run;

  g_return_val_if_fail (CW_IS_CHECKER (self), 0);

  if (self->task == NULL)
    return 1;
  run = g_task_get_task_data (self->task);

  return g_atomic_int_get (&run->thousandths) / 1000.0;
}

/**
 * cw_checker_get_result:
 * @self: a checker
 *
 * Returns: (transfer none) (nullable): the last result
 */
CwCheckResult *
cw_checker_get_result (CwChecker *self)
{
  g_return_val_if_fail (CW_IS_CHECKER (self), NULL);

  return cw_tool_host_get_check (cw_editor_get_host (self->editor));
}

/**
 * cw_checker_count:
 * @self: a checker
 * @n_errors: (out): how many errors the last result has
 * @n_warnings: (out): how many warnings
 *
 * Counts what is broken and not waived.
 */
void
cw_checker_count (CwChecker *self, gsize *n_errors, gsize *n_warnings)
{
  g_return_if_fail (CW_IS_CHECKER (self) && n_errors != NULL && n_warnings != NULL);

  count (self);
  *n_errors = self->n_errors;
  *n_warnings = self->n_warnings;
}

/**
 * cw_checker_get_n_waived:
 * @self: a checker
 *
 * Returns: how many violations of the last result are waived
 */
gsize
cw_checker_get_n_waived (CwChecker *self)
{
  g_return_val_if_fail (CW_IS_CHECKER (self), 0);

  count (self);

  return self->n_waived;
}

/**
 * cw_checker_get_waiver:
 * @self: a checker
 * @index: which violation of the last result
 *
 * Returns: its waiver, or %CW_ID_NONE
 */
CwId
cw_checker_get_waiver (CwChecker *self, gsize index)
{
  CwToolHost *host;

  g_return_val_if_fail (CW_IS_CHECKER (self), CW_ID_NONE);

  host = cw_editor_get_host (self->editor);
  if (cw_tool_host_get_check (host) == NULL)
    return CW_ID_NONE;

  return cw_waivers_find (cw_tool_host_get_waivers (host),
                          cw_check_result_get_violation (cw_tool_host_get_check (host), index));
}
