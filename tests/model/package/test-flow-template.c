/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/package/flow-test.h"

static const guint wirings[] = { 1, 2, 5 };

static void
test_templates_are_clean (void)
{
  for (guint method = 0; method < CW_N_METHODS; method++)
    for (guint substrate = 0; substrate < CW_N_SUBSTRATE_KINDS; substrate++)
      for (guint w = 0; w < G_N_ELEMENTS (wirings); w++)
        {
          g_autoptr (CwTechnology) technology
              = cw_technology_new_method (method, substrate, wirings[w]);
          g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);

          g_assert_cmpint (flow->method, ==, method);
          g_assert_true (flow == cw_technology_get_flow (technology));
          flow_test_assert_clean (flow, technology);
        }
}

static void
test_default_technology_is_clean (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);

  g_assert_null (cw_technology_get_flow (technology));
  g_assert_cmpint (flow->method, ==, CW_METHOD_A);
  flow_test_assert_clean (flow, technology);
}

/* each option off alone, then on again; each option on that the template has not */
static void
test_options_stay_clean (void)
{
  for (guint method = 0; method < CW_N_METHODS; method++)
    for (guint substrate = 0; substrate < CW_N_SUBSTRATE_KINDS; substrate++)
      for (guint w = 0; w < G_N_ELEMENTS (wirings); w++)
        {
          g_autoptr (CwTechnology) technology
              = cw_technology_new_method (method, substrate, wirings[w]);
          g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);
          g_autoptr (GArray) options = cw_flow_list_options (flow, technology);

          g_assert_cmpuint (options->len, >, 5);
          for (guint i = 0; i < options->len; i++)
            {
              const CwFlowOption *option = &g_array_index (options, CwFlowOption, i);
              g_autoptr (CwFlow) on = NULL;
              g_autoptr (CwFlow) off = NULL;
              gint index;

              on = cw_flow_dup_with_step (flow, technology, option->step.kind, option->step.level);
              index = cw_flow_find (on, option->step.kind, option->step.level);
              g_assert_cmpint (index, >=, 0);
              g_assert_cmpint (cw_flow_equal (on, flow), ==, option->index >= 0);
              flow_test_assert_clean (on, technology);

              off = cw_flow_dup_without_step (on, technology, (guint) index);
              g_assert_cmpint (cw_flow_find (off, option->step.kind, option->step.level), ==, -1);
              flow_test_assert_clean (off, technology);
            }
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/package/flow-template/templates-are-clean", test_templates_are_clean);
  g_test_add_func ("/model/package/flow-template/default-technology-is-clean",
                   test_default_technology_is_clean);
  g_test_add_func ("/model/package/flow-template/options-on-or-off-stay-clean",
                   test_options_stay_clean);

  return g_test_run ();
}
