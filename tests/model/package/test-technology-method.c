/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "tests/model/package/flow-test.h"

/* name and thickness in µm of each level, from the bottom */
static char *
dup_stack (const CwTechnology *technology)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      const CwLevel *level = cw_technology_get_level (technology, i);

      g_assert_cmpint (level->thickness % CW_UM, ==, 0);
      g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "", level->name,
                              level->thickness / CW_UM);
    }

  return g_string_free (text, FALSE);
}

static void
test_stacks (void)
{
  static const struct
  {
    CwMethod method;
    CwSubstrateKind substrate;
    const char *stack;
  } rows[] = {
    { CW_METHOD_A, CW_SUBSTRATE_PLAIN,
      "SUBSTRATE 350, ADHESIVE 20, DIE 150, PAD 1, D1 7, RDL1 5, D2 7, RDL2 5, PASS 8, UBM 6, BALL "
      "204" },
    { CW_METHOD_A, CW_SUBSTRATE_CORES,
      "CORE2 200, CORE1 150, ADHESIVE 20, DIE 0, PAD 1, D1 7, RDL1 5, D2 7, RDL2 5, PASS 8, UBM 6, "
      "BALL 204" },
    { CW_METHOD_A, CW_SUBSTRATE_HEAT,
      "HEAT 200, SUBSTRATE 150, ADHESIVE 20, DIE 0, PAD 1, D1 7, RDL1 5, D2 7, RDL2 5, PASS 8, UBM "
      "6, BALL 204" },
    { CW_METHOD_A, CW_SUBSTRATE_MOULDED,
      "SUBSTRATE 350, ADHESIVE 20, DIE 0, PAD 1, D1 7, RDL1 5, D2 7, RDL2 5, PASS 8, UBM 6, BALL "
      "204" },
    { CW_METHOD_B, CW_SUBSTRATE_PLAIN,
      "SUBSTRATE 200, ADHESIVE 20, DIE 120, PAD 10, THIN 25, RDL1 5, D2 7, RDL2 5, PASS 8, UBM 6, "
      "BALL 204" },
    { CW_METHOD_C, CW_SUBSTRATE_PLAIN,
      "SUBSTRATE 200, ADHESIVE 20, DIE 120, PAD 1, D1 7, RDL1 5, D2 7, RDL2 5, PASS 8, UBM 6, BALL "
      "204" },
    { CW_METHOD_C, CW_SUBSTRATE_CORES,
      "CORE2 200, CORE1 150, ADHESIVE 20, DIE 120, PAD 1, D1 7, RDL1 5, D2 7, RDL2 5, PASS 8, UBM "
      "6, BALL 204" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CwTechnology) technology
          = cw_technology_new_method (rows[i].method, rows[i].substrate, 2);
      g_autofree char *stack = dup_stack (technology);

      g_assert_cmpstr (stack, ==, rows[i].stack);
      g_assert_cmpint (cw_technology_get_substrate (technology), ==, rows[i].substrate);
      g_assert_cmpint (cw_technology_get_flow (technology)->method, ==, rows[i].method);
      g_assert_cmpuint (cw_technology_get_n_wiring_levels (technology), ==, 2);
    }
}

static void
test_most_wiring_levels (void)
{
  for (guint method = 0; method < CW_N_METHODS; method++)
    for (guint substrate = 0; substrate < CW_N_SUBSTRATE_KINDS; substrate++)
      {
        g_autoptr (CwTechnology) technology
            = cw_technology_new_method (method, substrate, CW_MAX_METHOD_WIRING_LEVELS);

        g_assert_cmpuint (cw_technology_get_n_wiring_levels (technology), ==,
                          CW_MAX_METHOD_WIRING_LEVELS);
        flow_test_assert_clean (cw_technology_get_flow (technology), technology);
      }
}

/* claims 13, 26, 105: each entry of the lists has a material, each level its own class */
static void
test_materials (void)
{
  g_autoptr (CwTechnology) technology
      = cw_technology_new_method (CW_METHOD_B, CW_SUBSTRATE_PLAIN, 2);
  gboolean has_group[CW_N_MATERIAL_GROUPS] = { FALSE };
  const CwMaterial *material;

  for (guint i = 0; i < cw_technology_get_n_materials (technology); i++)
    has_group[cw_technology_get_material (technology, i)->group] = TRUE;
  for (guint i = 0; i < CW_N_MATERIAL_GROUPS; i++)
    g_assert_true (has_group[i]);

  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      const CwLevel *level = cw_technology_get_level (technology, i);

      g_assert_cmpint (level->deposition, ==,
                       level->kind == CW_LEVEL_WIRING ? CW_DEPOSITION_ELECTROPLATING
                                                      : CW_DEPOSITION_NONE);
    }

  material
      = cw_technology_get_material (technology, cw_technology_find_material (technology, "SAC305"));
  g_assert_cmpint (material->cure, ==, 260000);
  g_assert_cmpint (material->limit, ==, 217000);
  material
      = cw_technology_get_material (technology, cw_technology_find_material (technology, "Copper"));
  g_assert_cmpint (material->resistivity, ==, 1720);
}

static const CwRule *
find_rule (const CwTechnology *technology, const char *name, guint *index)
{
  for (guint i = 0; i < cw_technology_get_n_rules (technology); i++)
    if (strcmp (cw_technology_get_rule (technology, i)->name, name) == 0)
      {
        *index = i;
        return cw_technology_get_rule (technology, i);
      }

  return NULL;
}

static void
test_claim_rules (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (1);
  guint index = 0;

  g_assert_cmpuint (cw_technology_get_n_rules (technology), ==, 8);
  cw_technology_add_claim_rules (technology);
  g_assert_cmpuint (cw_technology_get_n_rules (technology), ==, 8 + 3 + 16);
  for (guint i = 1; i <= 16; i++)
    {
      g_autofree char *name = g_strdup_printf ("R%u", i);
      const CwRule *rule = find_rule (technology, name, &index);

      g_assert_nonnull (rule);
      g_assert_cmpint (rule->kind, ==, CW_RULE_PAD_NET + (gint) i - 1);
      g_assert_true (g_str_has_prefix (rule->source, "claims "));
      g_assert_true (cw_technology_rule_holds (technology, index, CW_LEVEL_NONE));
    }
  g_assert_cmpint (find_rule (technology, "R4", &index)->value, ==, 2000);
  g_assert_cmpint (find_rule (technology, "R5", &index)->value, ==, 200000);
  g_assert_cmpint (find_rule (technology, "die-spacing", &index)->value, ==, 50000);

  /* again adds none, and leaves what was changed */
  cw_technology_set_rule_value (technology, "R4", 3000);
  cw_technology_add_claim_rules (technology);
  g_assert_cmpuint (cw_technology_get_n_rules (technology), ==, 8 + 3 + 16);
  g_assert_cmpint (find_rule (technology, "R4", &index)->value, ==, 3000);
}

static void
test_where_rules_hold (void)
{
  static const struct
  {
    const char *rule;
    const char *level; /* NULL: the structure as a whole */
    gboolean holds;
  } rows[] = {
    { "die-spacing", "DIE", TRUE }, { "die-spacing", "RDL1", FALSE },
    { "die-spacing", NULL, TRUE },  { "street", "RDL1", TRUE },
    { "street", "BALL", TRUE },     { "street", "D2", FALSE },
    { "keep-out", "RDL1", TRUE },   { "keep-out", "PAD", FALSE },
    { "R3", "RDL2", TRUE },         { "R5", "THIN", TRUE },
    { "R5", "D2", FALSE },          { "R14", NULL, TRUE },
    { "R14", "RDL1", FALSE },       { "rdl.1", NULL, FALSE },
    { "rdl.1", "RDL1", TRUE },
  };
  g_autoptr (CwTechnology) technology
      = cw_technology_new_method (CW_METHOD_B, CW_SUBSTRATE_PLAIN, 2);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint level = rows[i].level != NULL ? cw_technology_find_level (technology, rows[i].level)
                                          : CW_LEVEL_NONE;
      guint index = 0;

      g_assert_nonnull (find_rule (technology, rows[i].rule, &index));
      g_assert_cmpint (cw_technology_rule_holds (technology, index, level), ==, rows[i].holds);
    }

  for (guint kind = CW_RULE_DIE_SPACING; kind < CW_N_RULE_KINDS; kind++)
    for (guint level = 0; level < CW_N_LEVEL_KINDS; level++)
      g_assert_false (cw_rule_kind_may_name (kind, level));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/package/technology-method/stacks-are-the-presets", test_stacks);
  g_test_add_func ("/model/package/technology-method/many-wiring-levels-stay-clean",
                   test_most_wiring_levels);
  g_test_add_func ("/model/package/technology-method/claims-lists-have-materials", test_materials);
  g_test_add_func ("/model/package/technology-method/claims-rules-are-there-once",
                   test_claim_rules);
  g_test_add_func ("/model/package/technology-method/rules-hold-on-their-levels",
                   test_where_rules_hold);

  return g_test_run ();
}
