/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <string.h>

#include "model/package/cw-flow.h"

/* What the tests of flows share. */

static inline void
flow_test_assert_clean (const CwFlow *flow, const CwTechnology *technology)
{
  g_autoptr (GPtrArray) findings = cw_flow_check (flow, technology);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((CwFlowFinding *) findings->pdata[i])->what);
  g_assert_cmpuint (findings->len, ==, 0);
}

static inline void
flow_test_assert_finding (GPtrArray *findings, guint index, CwSeverity severity, const char *what,
                          const char *source)
{
  const CwFlowFinding *finding;

  g_assert_cmpuint (findings->len, >, index);
  finding = findings->pdata[index];
  g_assert_cmpstr (finding->what, ==, what);
  g_assert_cmpstr (finding->source, ==, source);
  g_assert_cmpint (finding->severity, ==, severity);
}

/* two wiring levels, with a thin organic level below the first dielectric if asked for */
static inline CwTechnology *
flow_test_new_technology (CwMethod method, CwSubstrateKind substrate, gboolean has_thin)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_method (method, substrate, 2);
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (CwLevel));
  g_autoptr (GByteArray) from = g_byte_array_new ();
  g_autoptr (GRefString) name = g_ref_string_new ("THIN");
  g_autoptr (GError) error = NULL;
  CwTechnology *changed;
  guint8 map[CW_MAX_LEVELS];
  const guint8 none = CW_LEVEL_NONE;
  const CwLevel thin
      = { .name = name,
          .kind = CW_LEVEL_THIN_ORGANIC,
          .material = (guint8) cw_technology_find_material (technology, "Organic sheet"),
          .thickness = 25 * CW_UM };

  if (!has_thin)
    return g_steal_pointer (&technology);

  for (guint8 i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      const CwLevel *level = cw_technology_get_level (technology, i);

      if (strcmp (level->name, "D1") == 0)
        {
          g_array_append_val (levels, thin);
          g_byte_array_append (from, &none, 1);
        }
      g_array_append_vals (levels, level, 1);
      g_byte_array_append (from, &i, 1);
    }
  changed = cw_technology_dup_with_levels (technology, (const CwLevel *) (gpointer) levels->data,
                                           levels->len, from->data, map, &error);
  g_assert_no_error (error);
  return changed;
}

/* all the steps of a kind that the claims leave to choice */
static inline void
flow_test_add_all (CwFlow **flow, const CwTechnology *technology, CwStepKind kind)
{
  g_autoptr (GArray) options = cw_flow_list_options (*flow, technology);

  for (guint i = 0; i < options->len; i++)
    {
      const CwFlowOption *option = &g_array_index (options, CwFlowOption, i);
      g_autoptr (CwFlow) before = NULL;

      if (option->step.kind != kind)
        continue;
      before = g_steal_pointer (flow);
      *flow = cw_flow_dup_with_step (before, technology, kind, option->step.level);
    }
}
