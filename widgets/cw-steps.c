/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-steps.h"

#include <glib/gi18n.h>

#include "model/process/cw-process-state.h"

/**
 * cw_steps_dup_flow:
 * @host: a host
 *
 * Gets the flow of the document: the stored one, else the template of method A.
 *
 * Returns: (transfer full): the flow
 */
CwFlow *
cw_steps_dup_flow (CwToolHost *host)
{
  return cw_technology_dup_flow (cw_design_get_technology (cw_tool_host_get_design (host)));
}

/**
 * cw_steps_get:
 * @host: a host
 *
 * Gets the step that is shown.
 *
 * Returns: its index in the flow; the last one is the finished package
 */
guint
cw_steps_get (CwToolHost *host)
{
  g_autoptr (CwFlow) flow = cw_steps_dup_flow (host);
  guint last = flow->n_steps > 0 ? flow->n_steps - 1 : 0;

  return MIN (cw_tool_host_get_settings (host)->step, last);
}

/**
 * cw_steps_set:
 * @host: a host
 * @step: index of a step of its flow; beyond the last one the finished package is meant
 *
 * Shows the package after a step.
 */
void
cw_steps_set (CwToolHost *host, guint step)
{
  g_autoptr (CwFlow) flow = cw_steps_dup_flow (host);
  CwToolSettings settings = *cw_tool_host_get_settings (host);

  settings.step = step + 1 < flow->n_steps ? step : CW_STEP_FINISHED;
  cw_tool_host_set_settings (host, &settings);
}

/**
 * cw_steps_dup_title:
 * @flow: a flow
 * @technology: its technology
 * @step: one of its steps
 *
 * Names a step.
 *
 * Returns: (transfer full): its label and its name, empty when there is no such step
 */
char *
cw_steps_dup_title (const CwFlow *flow, const CwTechnology *technology, guint step)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (step >= flow->n_steps)
    return g_strdup ("");
  label = cw_flow_dup_step_label (flow, step);
  name = cw_flow_dup_step_name (flow, technology, step);

  return g_strdup_printf ("%s  %s", label, name);
}

/**
 * cw_steps_dup_caption:
 * @flow: a flow
 * @technology: its technology
 * @step: one of its steps
 *
 * Says which side is up after a step.
 *
 * Returns: (transfer full): the words
 */
char *
cw_steps_dup_caption (const CwFlow *flow, const CwTechnology *technology, guint step)
{
  CwProcessState state;

  cw_process_state_init (&state, technology, flow, step);
  if (state.is_face_down)
    return g_strdup (_ ("Shown as it lies: pads down, turned over later"));
  if (flow->method != CW_METHOD_A)
    return g_strdup (_ ("Pads up: turned over"));

  return g_strdup (_ ("Pads up"));
}
