/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cli/cw-package-maker.h"

/* The technology of a method, with the materials and options that a sample shows. */

static guint8
find_material (const CwTechnology *technology, const char *name)
{
  return (guint8) cw_technology_find_material (technology, name);
}

static void
change_level (const CwSampleSpec *spec, const CwTechnology *technology, CwLevel *level,
              gboolean is_board)
{
  switch (level->kind)
    {
    case CW_LEVEL_DIELECTRIC:
      level->material = find_material (technology, spec->dielectric);
      level->taper = spec->taper;
      break;

    case CW_LEVEL_DIE:
      level->material = find_material (technology, spec->filling);
      if (spec->cavity)
        level->thickness -= 100 * CW_UM;
      break;

    case CW_LEVEL_THIN_ORGANIC:
      /* no thicker than its narrowest holes are wide */
      if (spec->pattern == 3)
        level->thickness = 20 * CW_UM;
      level->material = find_material (technology, spec->sheet);
      level->taper = spec->taper;
      break;

    case CW_LEVEL_WIRING:
      level->deposition = spec->deposition;
      /* what the slower methods build up at a reasonable cost */
      if (spec->deposition == CW_DEPOSITION_SPUTTERING)
        level->thickness = 2 * CW_UM;
      else if (spec->deposition == CW_DEPOSITION_ELECTROLESS)
        level->thickness = 3 * CW_UM;
      break;

    case CW_LEVEL_SUBSTRATE:
      if (is_board && spec->board != NULL)
        level->material = find_material (technology, spec->board);
      break;

    case CW_LEVEL_ADHESIVE:
    case CW_LEVEL_PAD:
    case CW_LEVEL_PASSIVATION:
    case CW_LEVEL_BALL:
    case CW_LEVEL_HEAT:
    case CW_LEVEL_UBM:
    case CW_N_LEVEL_KINDS:
    default:
      break;
    }
}

/* a level that no bonding pad uses is left out */
static gboolean
copy_stack (const CwSampleSpec *spec, const CwTechnology *base, CwTechnology *technology,
            GError **error)
{
  guint n = cw_technology_get_n_levels (base);

  for (guint i = 0; i < cw_technology_get_n_materials (base); i++)
    if (!cw_technology_add_material (technology, cw_technology_get_material (base, i), error))
      return FALSE;
  for (guint i = 0; i < n; i++)
    {
      CwLevel level = *cw_technology_get_level (base, i);
      gboolean is_board
          = i + 1 < n && cw_technology_get_level (base, i + 1)->kind != CW_LEVEL_SUBSTRATE;

      if (level.kind == CW_LEVEL_UBM && !spec->has_ubm)
        continue;
      change_level (spec, base, &level, is_board);
      if (!cw_technology_add_level (technology, &level, error))
        return FALSE;
    }
  for (guint i = 0; i < cw_technology_get_n_rules (base); i++)
    {
      CwRule rule = *cw_technology_get_rule (base, i);

      /* levels below the balls keep their places: only the one of under-bump metal may be missing */
      if (!cw_technology_add_rule (technology, &rule, error))
        return FALSE;
    }

  return TRUE;
}

static CwFlow *
set_step_material (CwFlow *flow, CwStepKind kind, guint8 material)
{
  gint at = cw_flow_find (flow, kind, CW_LEVEL_NONE);
  CwFlow *next;
  CwStep step;

  if (at < 0)
    return flow;

  step = flow->steps[at];
  step.material = material;
  next = cw_flow_dup_set_step (flow, (guint) at, &step);
  cw_flow_unref (flow);
  return next;
}

static CwFlow *
add_step (CwFlow *flow, const CwTechnology *technology, CwStepKind kind, guint level)
{
  CwFlow *next = cw_flow_dup_with_step (flow, technology, kind, level);

  cw_flow_unref (flow);
  return next;
}

static CwFlow *
make_flow (const CwSampleSpec *spec, const CwTechnology *technology)
{
  CwFlow *flow = cw_flow_new_template (technology, spec->method);
  gint thin = cw_flow_find (flow, CW_STEP_THIN_SHEET, CW_LEVEL_NONE);

  if (spec->cavity)
    flow = add_step (flow, technology, CW_STEP_FORM_CAVITIES, CW_LEVEL_NONE);
  for (guint i = 0;
       spec->fill == CW_VIA_BEFORE_WIRING && i < cw_technology_get_n_levels (technology); i++)
    {
      CwLevelKind kind = cw_technology_get_level (technology, i)->kind;

      if (kind == CW_LEVEL_DIELECTRIC || kind == CW_LEVEL_THIN_ORGANIC)
        flow = add_step (flow, technology, CW_STEP_FILL_VIAS, i);
    }
  if (spec->method == CW_METHOD_C && spec->sheet != NULL)
    flow = set_step_material (flow, CW_STEP_PROVIDE_CARRIER,
                              find_material (technology, spec->sheet));
  if (thin >= 0 && !spec->is_thinned)
    {
      CwFlow *next = cw_flow_dup_without_step (
          flow, technology, (guint) cw_flow_find (flow, CW_STEP_THIN_SHEET, CW_LEVEL_NONE));

      cw_flow_unref (flow);
      flow = next;
    }

  return flow;
}

static gboolean
set_panel (const CwSampleSpec *spec, CwTechnology *technology, GError **error)
{
  CwPanel panel = { .kind = spec->panel,
                    .scope = spec->dies[1].name != NULL ? CW_UNIT_PLURAL_DIES : CW_UNIT_SINGLE_DIE,
                    .margin = 3 * CW_MM,
                    .street = 100 * CW_UM,
                    .pull_back = 50 * CW_UM,
                    .seal = 30 * CW_UM,
                    .mark = 300 * CW_UM };

  if (spec->panel == CW_PANEL_STRIP)
    panel.width = 240 * CW_MM, panel.height = 95 * CW_MM;
  else if (spec->panel == CW_PANEL_WAFER)
    panel.width = 300 * CW_MM;
  else
    panel.width = 510 * CW_MM, panel.height = 515 * CW_MM;

  return cw_technology_set_panel (technology, &panel, error);
}

/**
 * cw_sample_technology_new:
 * @spec: what a sample is made of
 *
 * Makes the technology of a sample.
 *
 * Returns: (transfer full): the technology, or %NULL with @error set
 */
CwTechnology *
cw_sample_technology_new (const CwSampleSpec *spec, GError **error)
{
  g_autoptr (CwTechnology) base
      = cw_technology_new_method (spec->method, spec->substrate, spec->n_levels);
  g_autoptr (CwTechnology) technology = cw_technology_new (cw_technology_get_name (base));
  g_autoptr (CwFlow) flow = NULL;

  if (!copy_stack (spec, base, technology, error))
    return NULL;
  cw_technology_set_substrate (technology, spec->substrate);
  flow = make_flow (spec, technology);
  cw_technology_set_flow (technology, flow);
  if (!set_panel (spec, technology, error))
    return NULL;

  return g_steal_pointer (&technology);
}
