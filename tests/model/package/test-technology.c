/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "tests/model/package/package-test.h"

static void
assert_message (GError **error, int code, const char *message)
{
  g_assert_error (*error, CW_MODEL_ERROR, code);
  g_assert_cmpstr ((*error)->message, ==, message);
  g_clear_error (error);
}

static void
test_default_stack (void)
{
  static const struct
  {
    const char *name;
    CwLevelKind kind;
    const char *material;
    CwCoord thickness;
    CwCoord bottom;
  } rows[N_LEVELS] = {
    { "SUBSTRATE", CW_LEVEL_SUBSTRATE, "BT core", 350000, 0 },
    { "ADHESIVE", CW_LEVEL_ADHESIVE, "Die attach film", 20000, 350000 },
    { "DIE", CW_LEVEL_DIE, "Epoxy mould compound", 150000, 350000 },
    { "PAD", CW_LEVEL_PAD, "Aluminium", 1000, 500000 },
    { "D1", CW_LEVEL_DIELECTRIC, "Polyimide", 7000, 501000 },
    { "RDL1", CW_LEVEL_WIRING, "Copper", 5000, 508000 },
    { "D2", CW_LEVEL_DIELECTRIC, "Polyimide", 7000, 513000 },
    { "RDL2", CW_LEVEL_WIRING, "Copper", 5000, 520000 },
    { "PASS", CW_LEVEL_PASSIVATION, "Polyimide", 8000, 525000 },
    { "BALL", CW_LEVEL_BALL, "SAC305", 204000, 533000 },
  };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);

  g_assert_cmpuint (cw_technology_get_n_levels (technology), ==, N_LEVELS);
  for (guint i = 0; i < N_LEVELS; i++)
    {
      const CwLevel *level = cw_technology_get_level (technology, i);

      g_assert_cmpstr (level->name, ==, rows[i].name);
      g_assert_cmpint (level->kind, ==, rows[i].kind);
      g_assert_cmpstr (cw_technology_get_material (technology, level->material)->name, ==,
                       rows[i].material);
      g_assert_cmpint (level->thickness, ==, rows[i].thickness);
      g_assert_cmpint (cw_technology_get_level_bottom (technology, i), ==, rows[i].bottom);
      g_assert_cmpuint (cw_technology_find_level (technology, rows[i].name), ==, i);
    }
  g_assert_cmpint (cw_technology_get_level_bottom (technology, N_LEVELS), ==, 737000);
  g_assert_null (cw_technology_get_level (technology, N_LEVELS));
  g_assert_null (cw_technology_get_level (technology, CW_LEVEL_NONE));
}

static void
test_finds_levels (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);

  g_assert_cmpuint (cw_technology_get_n_wiring_levels (technology), ==, 2);
  g_assert_cmpuint (cw_technology_get_wiring_level (technology, 0), ==, RDL1);
  g_assert_cmpuint (cw_technology_get_wiring_level (technology, 1), ==, RDL2);
  g_assert_cmpuint (cw_technology_get_wiring_level (technology, 2), ==, CW_LEVEL_NONE);
  g_assert_cmpuint (cw_technology_find_level (technology, "RDL3"), ==, CW_LEVEL_NONE);
  g_assert_cmpuint (cw_technology_find_level_kind (technology, CW_LEVEL_DIELECTRIC), ==, D1);
  g_assert_cmpuint (cw_technology_find_level_above (technology, D1, CW_LEVEL_DIELECTRIC), ==, D2);
  g_assert_cmpuint (cw_technology_find_level_above (technology, D2, CW_LEVEL_DIELECTRIC), ==,
                    CW_LEVEL_NONE);
  g_assert_cmpuint (cw_technology_find_material (technology, "Gold"), ==, CW_MATERIAL_NONE);
  g_assert_cmpint (
      cw_technology_get_material (technology, cw_technology_find_material (technology, "SAC305"))
          ->klass,
      ==, CW_MATERIAL_SOLDER);
}

static void
test_limits_hold_on_their_levels (void)
{
  static const CwCoord enclosures[N_LEVELS]
      = { [PAD] = 7500, [RDL1] = 10000, [RDL2] = 10000, [PASS] = 10000 };
  static const CwCoord clearances[N_LEVELS] = { [RDL1] = 10000, [RDL2] = 10000 };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);

  for (guint i = 0; i < N_LEVELS; i++)
    {
      g_assert_cmpint (cw_technology_get_limit (technology, CW_RULE_ENCLOSURE, i), ==,
                       enclosures[i]);
      g_assert_cmpint (cw_technology_get_limit (technology, CW_RULE_CLEARANCE, i), ==,
                       clearances[i]);
      g_assert_cmpint (cw_technology_get_limit (technology, CW_RULE_WIDTH, i), ==, clearances[i]);
      g_assert_cmpint (cw_technology_get_limit (technology, CW_RULE_SHORT, i), ==, 0);
    }
  for (guint i = 0; i < cw_technology_get_n_rules (technology); i++)
    {
      CwRuleKind kind = cw_technology_get_rule (technology, i)->kind;

      g_assert_false (cw_technology_rule_holds (technology, i, N_LEVELS));
      g_assert_false (cw_technology_rule_holds (technology, i, SUBSTRATE));
      g_assert_cmpint (cw_technology_rule_holds (technology, i, DIE), ==,
                       kind == CW_RULE_DIE_OUTSIDE);
      if (kind == CW_RULE_SHORT || kind == CW_RULE_OPEN)
        g_assert_true (cw_technology_rule_holds (technology, i, PAD)
                       && cw_technology_rule_holds (technology, i, RDL2));
    }
}

static void
test_limit_is_the_greatest_that_is_on (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  CwRule rule = { .name = g_ref_string_new ("wide"),
                  .kind = CW_RULE_CLEARANCE,
                  .value = 15000,
                  .level = RDL2,
                  .net_class = CW_NET_POWER };

  g_assert_true (cw_technology_add_rule (technology, &rule, NULL));
  g_assert_cmpint (cw_technology_get_limit (technology, CW_RULE_CLEARANCE, RDL1), ==, 10000);
  g_assert_cmpint (cw_technology_get_limit (technology, CW_RULE_CLEARANCE, RDL2), ==, 15000);
  g_ref_string_release (rule.name);

  rule.name = g_ref_string_new ("off");
  rule.value = 30000;
  rule.severity = CW_SEVERITY_OFF;
  g_assert_true (cw_technology_add_rule (technology, &rule, NULL));
  g_assert_cmpint (cw_technology_get_limit (technology, CW_RULE_CLEARANCE, RDL2), ==, 15000);
  g_ref_string_release (rule.name);
}

static void
test_sets_values_by_name_or_kind (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);

  g_assert_cmpuint (cw_technology_set_rule_value (technology, "rdl.2", 12000), ==, 1);
  g_assert_cmpint (cw_technology_get_limit (technology, CW_RULE_CLEARANCE, RDL1), ==, 12000);
  g_assert_cmpuint (cw_technology_set_rule_value (technology, "enclosure", 3000), ==, 3);
  g_assert_cmpint (cw_technology_get_limit (technology, CW_RULE_ENCLOSURE, PAD), ==, 3000);
  g_assert_cmpuint (cw_technology_set_rule_value (technology, "nothing", 3000), ==, 0);
  g_assert_cmpuint (cw_technology_set_rule_value (technology, "width", -1), ==, 0);
  g_assert_cmpuint (cw_technology_set_rule_value (technology, "width", CW_RULE_VALUE_MAX + 1), ==,
                    0);
  g_assert_cmpint (cw_technology_get_limit (technology, CW_RULE_WIDTH, RDL1), ==, 10000);
}

static void
test_copy_is_equal_until_changed (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (3);
  g_autoptr (CwTechnology) other = cw_technology_new_default (2);
  g_autoptr (CwTechnology) copy = cw_technology_dup (technology);

  g_assert_true (cw_technology_equal (technology, technology));
  g_assert_true (cw_technology_equal (technology, copy));
  g_assert_false (cw_technology_equal (technology, other));
  g_assert_cmpuint (cw_technology_set_rule_value (copy, "rdl.1", 1), ==, 1);
  g_assert_false (cw_technology_equal (technology, copy));
}

static void
test_shared_is_not_changed (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new ("shared");
  g_autoptr (CwTechnology) held = cw_technology_ref (technology);

  g_test_expect_message ("chipwright-package", G_LOG_LEVEL_CRITICAL, "*is_unshared*");
  g_assert_cmpuint (cw_technology_set_rule_value (technology, "width", 1), ==, 0);
  g_test_assert_expected_messages ();
}

static void
test_refuses_materials (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new ("test");
  g_autoptr (GError) error = NULL;
  CwMaterial material = { .name = g_ref_string_new ("Copper"), .colour = 0xff8000 };
  CwMaterial bad = material;

  g_assert_true (cw_technology_add_material (technology, &material, &error));
  g_assert_false (cw_technology_add_material (technology, &material, &error));
  assert_message (&error, CW_MODEL_ERROR_DUPLICATE, "material \"Copper\" is there already");

  bad.colour = 0x1000000;
  g_assert_false (cw_technology_add_material (technology, &bad, &error));
  assert_message (&error, CW_MODEL_ERROR_VALUE,
                  "material colour \"16777216\" is not in 0 … 16777215");
  bad = material;
  bad.modulus = -1;
  g_assert_false (cw_technology_add_material (technology, &bad, &error));
  assert_message (&error, CW_MODEL_ERROR_VALUE, "material modulus \"-1\" is not in 0 … 2147483647");
  g_ref_string_release (material.name);
}

static gboolean
add_level (CwTechnology *technology, const char *name, CwLevelKind kind, guint8 material,
           CwCoord thickness, GError **error)
{
  CwLevel level = { g_ref_string_new (name), kind, material, thickness };
  gboolean added = cw_technology_add_level (technology, &level, error);

  g_ref_string_release (level.name);
  return added;
}

static void
test_refuses_levels (void)
{
  static const struct
  {
    const char *name;
    CwLevelKind kind;
    guint8 material;
    CwCoord thickness;
    const char *message;
  } rows[] = {
    { "", CW_LEVEL_WIRING, CW_MATERIAL_NONE, 1, "level name is empty" },
    { "a\nb", CW_LEVEL_WIRING, CW_MATERIAL_NONE, 1,
      "level name has the control character \"U+000A\"" },
    { "\xff", CW_LEVEL_WIRING, CW_MATERIAL_NONE, 1, "level name is not UTF-8" },
    { "\xef\xbf\xbf", CW_LEVEL_WIRING, CW_MATERIAL_NONE, 1,
      "level name has the control character \"U+FFFF\"" },
    { "M", CW_LEVEL_WIRING, CW_MATERIAL_NONE, 0,
      "level thickness \"0\" is not in 0.001 … 10000 µm" },
    { "M", CW_LEVEL_WIRING, CW_MATERIAL_NONE, 10000001,
      "level thickness \"10000.001\" is not in 0.001 … 10000 µm" },
    { "M", CW_LEVEL_ADHESIVE, CW_MATERIAL_NONE, -1,
      "level thickness \"-0.001\" is not in 0 … 10000 µm" },
    { "M", CW_LEVEL_WIRING, 3, 1, "material \"3\" of level \"M\" is not there" },
    { "M", CW_N_LEVEL_KINDS, CW_MATERIAL_NONE, 1, "level kind \"11\" is not in 0 … 10" },
    { "DIE", CW_LEVEL_WIRING, CW_MATERIAL_NONE, 1, "level \"DIE\" is there already" },
    { "DIE2", CW_LEVEL_DIE, CW_MATERIAL_NONE, 1, "level \"DIE2\" is a second die level" },
    { "SUB", CW_LEVEL_SUBSTRATE, CW_MATERIAL_NONE, 1,
      "substrate level \"SUB\" lies above level \"DIE\"" },
  };
  g_autoptr (CwTechnology) technology = cw_technology_new ("test");
  g_autoptr (GError) error = NULL;

  g_assert_false (add_level (technology, "PAD", CW_LEVEL_PAD, CW_MATERIAL_NONE, 0, &error));
  assert_message (&error, CW_MODEL_ERROR_VALUE, "pad level \"PAD\" has no die level below it");
  g_assert_true (add_level (technology, "DIE", CW_LEVEL_DIE, CW_MATERIAL_NONE, 1, &error));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_false (add_level (technology, rows[i].name, rows[i].kind, rows[i].material,
                                 rows[i].thickness, &error));
      g_assert_cmpstr (error->message, ==, rows[i].message);
      g_clear_error (&error);
    }
  g_assert_cmpuint (cw_technology_get_n_levels (technology), ==, 1);

  g_assert_true (add_level (technology, "PAD", CW_LEVEL_PAD, CW_MATERIAL_NONE, 0, &error));
  g_assert_true (add_level (technology, "BALL", CW_LEVEL_BALL, CW_MATERIAL_NONE, 1, &error));
  g_assert_false (add_level (technology, "M", CW_LEVEL_WIRING, CW_MATERIAL_NONE, 1, &error));
  assert_message (&error, CW_MODEL_ERROR_VALUE, "level \"M\" lies above ball level \"BALL\"");
}

static void
test_has_at_most_64_levels (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new ("test");
  g_autoptr (CwTechnology) greatest = cw_technology_new_default (CW_MAX_WIRING_LEVELS);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < CW_MAX_LEVELS; i++)
    {
      g_autofree char *name = g_strdup_printf ("M%u", i);

      g_assert_true (add_level (technology, name, CW_LEVEL_WIRING, CW_MATERIAL_NONE, 1, &error));
    }
  g_assert_false (add_level (technology, "M", CW_LEVEL_WIRING, CW_MATERIAL_NONE, 1, &error));
  assert_message (&error, CW_MODEL_ERROR_VALUE, "more than \"64\" levels");
  g_assert_cmpuint (cw_technology_get_n_levels (greatest), ==, CW_MAX_LEVELS);
}

/* rules that no check would ever look at */
static const struct
{
  CwRuleKind kind;
  guint8 level;
  const char *message;
} misplaced[] = {
  { CW_RULE_WIDTH, PAD, "rule \"rdl.1\" of kind width cannot be about pad level \"PAD\"" },
  { CW_RULE_CLEARANCE, 4,
    "rule \"rdl.1\" of kind clearance cannot be about dielectric level \"D1\"" },
  { CW_RULE_ENCLOSURE, 4,
    "rule \"rdl.1\" of kind enclosure cannot be about dielectric level \"D1\"" },
  { CW_RULE_SHORT, DIE, "rule \"rdl.1\" of kind short cannot be about die level \"DIE\"" },
  { CW_RULE_OPEN, RDL1, "rule \"rdl.1\" of kind open cannot be about wiring level \"RDL1\"" },
  { CW_RULE_DIE_OUTSIDE, RDL1,
    "rule \"rdl.1\" of kind die-outside cannot be about wiring level \"RDL1\"" },
};

static void
test_refuses_rules (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (1);
  g_autoptr (GError) error = NULL;
  CwRule rule = { .name = g_ref_string_new ("rdl.1"), .level = CW_LEVEL_NONE };
  CwRule bad = rule;

  g_assert_false (cw_technology_add_rule (technology, &rule, &error));
  assert_message (&error, CW_MODEL_ERROR_DUPLICATE, "rule \"rdl.1\" is there already");
  bad.value = CW_RULE_VALUE_MAX + 1;
  g_assert_false (cw_technology_add_rule (technology, &bad, &error));
  assert_message (&error, CW_MODEL_ERROR_VALUE,
                  "rule value \"100000.001\" is not in 0 … 100000 µm");
  bad = rule;
  bad.level = 8;
  g_assert_false (cw_technology_add_rule (technology, &bad, &error));
  assert_message (&error, CW_MODEL_ERROR_REFERENCE, "level \"8\" of rule \"rdl.1\" is not there");
  for (guint i = 0; i < G_N_ELEMENTS (misplaced); i++)
    {
      bad = rule;
      bad.kind = misplaced[i].kind;
      bad.level = misplaced[i].level;
      g_assert_false (cw_technology_add_rule (technology, &bad, &error));
      assert_message (&error, CW_MODEL_ERROR_REFERENCE, misplaced[i].message);
    }
  bad = rule;
  bad.kind = CW_N_RULE_KINDS;
  g_assert_false (cw_technology_add_rule (technology, &bad, &error));
  assert_message (&error, CW_MODEL_ERROR_VALUE, "rule kind \"25\" is not in 0 … 24");
  g_ref_string_release (rule.name);
}

static void
test_rules_say_where_they_come_from (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (1);

  for (guint i = 0; i < cw_technology_get_n_rules (technology); i++)
    g_assert_cmpuint (strlen (cw_technology_get_rule (technology, i)->source), >, 10);
}

#define ASSERT_NAMES(function, n, ...)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    static const char *const names[] = { __VA_ARGS__ };                                            \
                                                                                                   \
    G_STATIC_ASSERT (G_N_ELEMENTS (names) == (n));                                                 \
    for (guint i = 0; i < (n); i++)                                                                \
      g_assert_cmpstr (function (i), ==, names[i]);                                                \
    g_assert_cmpstr (function (n), ==, "?");                                                       \
  }                                                                                                \
  G_STMT_END

static void
test_names_are_those_of_files (void)
{
  CwRuleKind kind;

  ASSERT_NAMES (cw_material_class_get_name, CW_N_MATERIAL_CLASSES, "metal", "dielectric",
                "semiconductor", "filling", "adhesive", "core", "solder");
  ASSERT_NAMES (cw_hatch_get_name, CW_N_HATCHES, "none", "diagonal", "back-diagonal", "cross",
                "dots", "horizontal");
  ASSERT_NAMES (cw_level_kind_get_name, CW_N_LEVEL_KINDS, "substrate", "adhesive", "die", "pad",
                "dielectric", "wiring", "passivation", "ball", "heat", "thin-organic", "ubm");
  ASSERT_NAMES (cw_net_class_get_name, CW_N_NET_CLASSES + 1, "signal", "power", "ground", "any");
  ASSERT_NAMES (cw_rule_kind_get_name, CW_N_RULE_KINDS, "width", "clearance", "enclosure", "short",
                "open", "die-outside", "die-spacing", "street", "keep-out", "pad-net", "fan-out",
                "external-trace", "coplanarity", "thin-organic", "alternation", "levels-joined",
                "die-seat", "opening-through", "listed", "pad-level", "passivation-open",
                "bonding-point", "step-order", "via-landing", "die-count");
  ASSERT_NAMES (cw_material_group_get_name, CW_N_MATERIAL_GROUPS, "none", "polyimide",
                "benzocyclobutene", "porous", "stress-buffer", "epoxy", "polymer", "glass",
                "organic", "organic-material");
  ASSERT_NAMES (cw_deposition_get_name, CW_N_DEPOSITIONS, "none", "sputtering", "electroplating",
                "electro-less-plating");
  ASSERT_NAMES (cw_substrate_kind_get_name, CW_N_SUBSTRATE_KINDS, "plain", "cores", "heat",
                "moulded");
  ASSERT_NAMES (cw_severity_get_name, CW_N_SEVERITIES, "error", "warning", "off");

  g_assert_true (cw_rule_kind_parse ("short", &kind));
  g_assert_cmpint (kind, ==, CW_RULE_SHORT);
  g_assert_false (cw_rule_kind_parse ("Short", &kind));
  g_assert_false (cw_rule_kind_parse (NULL, &kind));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/package/technology/default-stack", test_default_stack);
  g_test_add_func ("/model/package/technology/finds-levels", test_finds_levels);
  g_test_add_func ("/model/package/technology/limits-hold-on-their-levels",
                   test_limits_hold_on_their_levels);
  g_test_add_func ("/model/package/technology/limit-is-the-greatest-that-is-on",
                   test_limit_is_the_greatest_that_is_on);
  g_test_add_func ("/model/package/technology/sets-values-by-name-or-kind",
                   test_sets_values_by_name_or_kind);
  g_test_add_func ("/model/package/technology/copy-is-equal-until-changed",
                   test_copy_is_equal_until_changed);
  g_test_add_func ("/model/package/technology/shared-is-not-changed", test_shared_is_not_changed);
  g_test_add_func ("/model/package/technology/refuses-materials", test_refuses_materials);
  g_test_add_func ("/model/package/technology/refuses-levels", test_refuses_levels);
  g_test_add_func ("/model/package/technology/has-at-most-64-levels", test_has_at_most_64_levels);
  g_test_add_func ("/model/package/technology/refuses-rules", test_refuses_rules);
  g_test_add_func ("/model/package/technology/rules-say-where-they-come-from",
                   test_rules_say_where_they_come_from);
  g_test_add_func ("/model/package/technology/names-are-those-of-files",
                   test_names_are_those_of_files);

  return g_test_run ();
}
