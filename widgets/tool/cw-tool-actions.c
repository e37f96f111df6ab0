/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-keymap.h"
#include "widgets/tool/cw-tool-private.h"

CwToolAnswer
cw_tool_fix_point (CwTool *self, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (self);

  if (core->message != NULL)
    {
      cw_tool_toast (self, core->message);
      return CW_TOOL_PREVIEW;
    }

  switch (CW_TOOL_GET_CLASS (self)->fix (self, FALSE))
    {
    case CW_STEP_COMPLETE:
      return cw_tool_commit_current (self, TRUE);

    case CW_STEP_GOING:
      cw_tool_set_state (self, CW_TOOL_ACTIVE);
      cw_tool_move_to (self, core->raw, core->modifiers);
      cw_tool_refresh (self);
      return CW_TOOL_PREVIEW;

    case CW_STEP_REFUSED:
    default:
      return CW_TOOL_PREVIEW;
    }
}

/* a double click: the pointer with all its legs, then what there is */
CwToolAnswer
cw_tool_fix_all (CwTool *self, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (self);
  const CwToolPoint *last = cw_tool_get_last_point (self);

  if (CW_TOOL_GET_CLASS (self)->commits_ghosts && core->preview == NULL && core->points->len > 1)
    {
      cw_tool_toast (self, core->message != NULL ? core->message
                                                 : _ ("This would cross what is drawn already"));
      return CW_TOOL_PREVIEW;
    }
  if (core->message != NULL || (core->preview == NULL && CW_TOOL_GET_CLASS (self)->apply == NULL)
      || (last != NULL && cw_point_equal (last->at, core->snap.at)))
    return cw_tool_finish (self, event);
  if (CW_TOOL_GET_CLASS (self)->fix (self, TRUE) == CW_STEP_COMPLETE)
    return cw_tool_commit_current (self, TRUE);

  return cw_tool_finish (self, event);
}

CwToolAnswer
cw_tool_begin_drag (CwTool *self, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (self);
  CwToolStep step;

  if (core->state == CW_TOOL_ACTIVE)
    return CW_TOOL_PREVIEW; /* the release fixes the point */

  cw_tool_move_to (self, core->press_at, core->press_modifiers);
  step = CW_TOOL_GET_CLASS (self)->fix (self, FALSE);
  if (step != CW_STEP_GOING)
    return CW_TOOL_PASS;
  cw_tool_set_state (self, CW_TOOL_ACTIVE);
  cw_tool_refresh (self);

  return CW_TOOL_PREVIEW;
}

/* what is fixed becomes current, the ghost does not */
CwToolAnswer
cw_tool_finish (CwTool *self, const CwToolEvent *event)
{
  if (!CW_TOOL_GET_CLASS (self)->is_complete (self))
    return cw_tool_drop (self);

  return cw_tool_commit_current (self, FALSE);
}

static gboolean
is_fixed_legal (CwTool *self)
{
  CwToolCore *core = cw_tool_get_core (self);
  CwToolClass *klass = CW_TOOL_GET_CLASS (self);
  g_autoptr (CwDesign) fixed = NULL;
  CwLiveCheck live;
  gboolean legal;

  if (!klass->is_complete (self))
    return FALSE;
  fixed = klass->build (self, FALSE, NULL);
  if (fixed == NULL)
    return FALSE;

  cw_live_check_init (&live);
  if (fixed != core->base)
    {
      g_autoptr (CwDiff) diff = cw_diff_new (core->base, fixed);

      cw_live_check_run (&live, cw_tool_host_get_check (core->host), diff);
    }
  legal = live.status != CW_LIVE_ERROR;
  cw_live_check_clear (&live);

  return legal;
}

static void
toast_dropped (CwTool *self)
{
  g_autofree char *label = CW_TOOL_GET_CLASS (self)->dup_label (self);
  g_autofree char *text = g_strdup_printf (_ ("Unfinished work dropped: %s"), label);

  cw_tool_toast (self, text);
}

CwToolAnswer
cw_tool_finish_for_other (CwTool *self)
{
  CwToolCore *core = cw_tool_get_core (self);

  core->pressed = FALSE;
  g_clear_pointer (&core->dropped, g_array_unref);
  if (core->state == CW_TOOL_ACTIVE)
    {
      if (is_fixed_legal (self))
        cw_tool_commit_current (self, FALSE);
      else
        {
          if (core->points->len > 0)
            {
              if (CW_TOOL_GET_CLASS (self)->can_resume)
                core->dropped = g_array_copy (core->points);
              toast_dropped (self);
            }
          cw_tool_drop (self);
        }
    }
  cw_tool_set_state (self, CW_TOOL_IDLE);
  cw_tool_refresh (self);

  return CW_TOOL_DONE;
}

/* takes back all points that one click fixed */
CwToolAnswer
cw_tool_remove_point (CwTool *self, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (self);
  const CwToolPoint *last = cw_tool_get_last_point (self);
  guint8 step;

  if (last == NULL)
    return cw_tool_drop (self);
  step = last->step;
  while ((last = cw_tool_get_last_point (self)) != NULL && last->step == step)
    g_array_set_size (core->points, core->points->len - 1);
  core->has_legal = FALSE;
  core->pinned = 0;
  if (core->points->len == 0)
    return cw_tool_drop (self);
  cw_tool_move_to (self, core->raw, core->modifiers);
  cw_tool_refresh (self);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
cancel (CwTool *self, const CwToolEvent *event)
{
  cw_tool_get_core (self)->pressed = FALSE;

  return cw_tool_drop (self);
}

static CwToolAnswer
leave (CwTool *self, const CwToolEvent *event)
{
  cw_tool_get_core (self)->pressed = FALSE;
  cw_tool_set_state (self, CW_TOOL_IDLE);
  cw_tool_refresh (self);

  return CW_TOOL_DONE;
}

static CwToolAnswer
click (CwTool *self, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (self);

  core->entered = core->snap.at;
  core->has_entered = event->type == CW_TOOL_KEY;
  return cw_tool_run_trigger (self, CW_TRIGGER_CLICK, event);
}

/* Enter clicks; a second time on the same point, it commits all that is shown */
static CwToolAnswer
enter (CwTool *self, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (self);
  gboolean again = core->has_entered && cw_point_equal (core->entered, core->snap.at);

  core->entered = core->snap.at;
  core->has_entered = TRUE;
  if (again)
    return cw_tool_fix_all (self, event);

  return cw_tool_run_trigger (self, CW_TRIGGER_CLICK, event);
}

static CwToolAnswer
open_menu (CwTool *self, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (self);

  if (core->state == CW_TOOL_ACTIVE && cw_tool_get_settings (self)->right_click_finishes)
    return cw_tool_finish (self, event);
  cw_tool_host_request (core->host, CW_REQUEST_MENU, CW_ID_NONE, NULL);

  return CW_TOOL_PREVIEW;
}

CwToolAnswer
cw_tool_focus_field (CwTool *self, const CwToolEvent *event)
{
  cw_tool_host_request (cw_tool_get_core (self)->host, CW_REQUEST_FIELD, CW_ID_NONE, NULL);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
swap_view (CwTool *self, const CwToolEvent *event)
{
  cw_tool_host_request (cw_tool_get_core (self)->host, CW_REQUEST_SWAP_VIEW, CW_ID_NONE, NULL);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
switch_snap_scope (CwTool *self, const CwToolEvent *event)
{
  CwToolHost *host = cw_tool_get_core (self)->host;
  CwToolSettings settings = *cw_tool_host_get_settings (host);

  settings.snap_active = !settings.snap_active;
  cw_tool_host_set_settings (host, &settings);
  cw_tool_toast (self, settings.snap_active ? _ ("Snapping to the active level only")
                                            : _ ("Snapping to all levels that are seen"));
  cw_tool_move_to (self, event->at, event->modifiers);
  cw_tool_refresh (self);

  return CW_TOOL_PREVIEW;
}

#define ENTER_KEYS "Return KP_Enter ISO_Enter"

/* what all tools do alike; a row of the tool itself comes first */
static const CwToolAction shared[] = {
  { IN_ACTIVE, CW_TRIGGER_DOUBLE_CLICK, NULL, "commit", N_ ("Finish"), cw_tool_fix_all },
  { IN_ARMED, CW_TRIGGER_DOUBLE_CLICK, NULL, NULL, NULL, click },
  { IN_IDLE | IN_ARMED, CW_TRIGGER_KEY, ENTER_KEYS, "enter", NULL, click },
  { IN_ACTIVE, CW_TRIGGER_KEY, ENTER_KEYS, "enter", NULL, enter },
  { IN_ACTIVE, CW_TRIGGER_KEY, "End KP_End", "finish", N_ ("Finish"), cw_tool_finish },
  { IN_ACTIVE, CW_TRIGGER_KEY, "BackSpace <Control>z", "remove-point", N_ ("Undo point"),
    cw_tool_remove_point },
  { IN_ACTIVE, CW_TRIGGER_KEY, "Escape", "cancel", N_ ("Cancel"), cancel },
  { IN_ARMED, CW_TRIGGER_KEY, "Escape", "cancel", N_ ("Leave the tool"), leave },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_RIGHT_CLICK, NULL, "menu", N_ ("Menu"), open_menu },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "Tab KP_Tab", "field", N_ ("Type a number"),
    cw_tool_focus_field },
  { IN_IDLE | IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "<Shift>s", "snap-scope", NULL,
    switch_snap_scope },
  { IN_IDLE, CW_TRIGGER_KEY, "Tab KP_Tab", "swap-view", NULL, swap_view },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_HOLD, "Control", NULL, N_ ("No snapping"), NULL,
    CW_HOLD_FREE },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_HOLD, "Alt", NULL, N_ ("Fine grid"), NULL, CW_HOLD_FINE },
};

/* the rows that every tool has beside its own */
const CwToolAction *
cw_tool_get_shared_actions (gsize *n)
{
  *n = G_N_ELEMENTS (shared);

  return shared;
}

/* calls the function for the tool's own rows, then for the shared ones, until it says %TRUE */
static const CwToolAction *
find_action (CwTool *self, gboolean (*matches) (const CwToolAction *, gconstpointer),
             gconstpointer data)
{
  CwToolClass *klass = CW_TOOL_GET_CLASS (self);
  guint state = 1u << cw_tool_get_core (self)->state;

  for (gsize i = 0; i < klass->n_actions + G_N_ELEMENTS (shared); i++)
    {
      const CwToolAction *action
          = i < klass->n_actions ? &klass->actions[i] : &shared[i - klass->n_actions];

      if ((action->states & state) != 0 && matches (action, data)
          && (action->is_available == NULL || action->is_available (self)))
        return action;
    }

  return NULL;
}

static gboolean
has_trigger (const CwToolAction *action, gconstpointer data)
{
  return action->trigger == GPOINTER_TO_UINT (data) && action->run != NULL;
}

const char *
cw_tool_action_get_keys (const CwToolAction *action)
{
  return cw_keymap_get_command_keys (cw_keymap_get_default (), action->command, action->keys);
}

static gboolean
has_key (const CwToolAction *action, gconstpointer data)
{
  return action->trigger == CW_TRIGGER_KEY
         && cw_keys_contain (cw_tool_action_get_keys (action), data);
}

static gboolean
has_command (const CwToolAction *action, gconstpointer data)
{
  return action->run != NULL && g_strcmp0 (action->command, data) == 0;
}

static gboolean
holds (const CwToolAction *action, gconstpointer data)
{
  return action->trigger == CW_TRIGGER_HOLD && strcmp (action->keys, data) == 0;
}

CwToolAnswer
cw_tool_run_trigger (CwTool *self, CwToolTrigger trigger, const CwToolEvent *event)
{
  const CwToolAction *action = find_action (self, has_trigger, GUINT_TO_POINTER (trigger));

  return action != NULL ? action->run (self, event) : CW_TOOL_PASS;
}

CwToolAnswer
cw_tool_run_key (CwTool *self, const CwToolEvent *event)
{
  const CwToolAction *action;

  g_return_val_if_fail (event->key != NULL, CW_TOOL_PASS);

  action = find_action (self, has_key, event->key);

  return action != NULL ? action->run (self, event) : CW_TOOL_PASS;
}

CwToolAnswer
cw_tool_run_command (CwTool *self, const CwToolEvent *event)
{
  const CwToolAction *action;

  g_return_val_if_fail (event->key != NULL, CW_TOOL_PASS);

  action = find_action (self, has_command, event->key);

  return action != NULL ? action->run (self, event) : CW_TOOL_PASS;
}

/**
 * cw_tool_has_command:
 * @self: a tool
 * @command: a command
 *
 * Tells whether a command would do something in the present state.
 *
 * Returns: whether it would
 */
gboolean
cw_tool_has_command (CwTool *self, const char *command)
{
  g_return_val_if_fail (CW_IS_TOOL (self) && command != NULL, FALSE);

  return find_action (self, has_command, command) != NULL;
}

static gboolean
has_hold (const CwToolAction *action, gconstpointer data)
{
  return action->trigger == CW_TRIGGER_HOLD && action->hold == GPOINTER_TO_UINT (data);
}

/* Shift draws along the axes, Control along the diagonals too, both let go */
static CwToolHold
get_klayout_hold (CwTool *self, guint modifiers)
{
  gboolean can_constrain
      = find_action (self, has_hold, GUINT_TO_POINTER (CW_HOLD_CONSTRAIN)) != NULL;
  gboolean can_free = find_action (self, has_hold, GUINT_TO_POINTER (CW_HOLD_FREE)) != NULL;

  switch (modifiers & (CW_TOOL_SHIFT | CW_TOOL_CTRL))
    {
    case CW_TOOL_SHIFT | CW_TOOL_CTRL:
      return can_free ? CW_HOLD_FREE : CW_HOLD_NONE;

    case CW_TOOL_SHIFT:
      return can_constrain ? CW_HOLD_AXES : CW_HOLD_NONE;

    case CW_TOOL_CTRL:
      return can_constrain ? CW_HOLD_CONSTRAIN : CW_HOLD_NONE;

    default:
      return CW_HOLD_NONE;
    }
}

/* what the modifiers that are held now mean in the present state; no snapping wins */
CwToolHold
cw_tool_get_hold (CwTool *self)
{
  static const struct
  {
    guint modifier;
    const char *name;
  } order[] = { { CW_TOOL_CTRL, "Control" }, { CW_TOOL_SHIFT, "Shift" }, { CW_TOOL_ALT, "Alt" } };
  guint modifiers = cw_tool_get_core (self)->modifiers;

  if (cw_keymap_get_kind (cw_keymap_get_default ()) == CW_KEYMAP_KLAYOUT
      && (modifiers & (CW_TOOL_SHIFT | CW_TOOL_CTRL)) != 0)
    return get_klayout_hold (self, modifiers);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if ((modifiers & order[i].modifier) != 0)
      {
        const CwToolAction *action = find_action (self, holds, order[i].name);

        if (action != NULL)
          return action->hold;
      }

  return CW_HOLD_NONE;
}
