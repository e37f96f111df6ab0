/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-passive-value.h"

/* RDL1 5 µm, D2 7 µm of εr 3.4, RDL2 5 µm, D3 7 µm, RDL3 5 µm */
static CwTechnology *
make_technology (gint32 resistivity)
{
  static const struct
  {
    const char *name;
    CwLevelKind kind;
    guint8 material;
    CwCoord thickness;
  } levels[] = {
    { "D1", CW_LEVEL_DIELECTRIC, 0, 7 * CW_UM }, { "RDL1", CW_LEVEL_WIRING, 1, 5 * CW_UM },
    { "D2", CW_LEVEL_DIELECTRIC, 0, 7 * CW_UM }, { "RDL2", CW_LEVEL_WIRING, 1, 5 * CW_UM },
    { "D3", CW_LEVEL_DIELECTRIC, 0, 7 * CW_UM }, { "RDL3", CW_LEVEL_WIRING, 1, 5 * CW_UM },
  };
  CwTechnology *technology = cw_technology_new ("test");
  CwMaterial film = { .name = g_ref_string_new_intern ("Polyimide"),
                      .klass = CW_MATERIAL_DIELECTRIC,
                      .permittivity = 3400 };
  CwMaterial metal = { .name = g_ref_string_new_intern ("Copper"),
                       .klass = CW_MATERIAL_METAL,
                       .resistivity = resistivity };

  g_assert_true (cw_technology_add_material (technology, &film, NULL));
  g_assert_true (cw_technology_add_material (technology, &metal, NULL));
  g_ref_string_release (film.name);
  g_ref_string_release (metal.name);
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      CwLevel level = { .name = g_ref_string_new_intern (levels[i].name),
                        .kind = levels[i].kind,
                        .material = levels[i].material,
                        .thickness = levels[i].thickness };

      g_assert_true (cw_technology_add_level (technology, &level, NULL));
      g_ref_string_release (level.name);
    }

  return technology;
}

static CwPassive
make_passive (CwPassiveForm form)
{
  return (CwPassive){ .form = form,
                      .level = 3,
                      .other_level = 1,
                      .top_level = form == CW_FORM_STRIPLINE ? 5 : CW_LEVEL_NONE,
                      .values = {
                          [CW_PARAMETER_WIDTH] = 10 * CW_UM,
                          [CW_PARAMETER_SPACE] = 10 * CW_UM,
                          [CW_PARAMETER_LENGTH] = 1000 * CW_UM,
                          [CW_PARAMETER_HEIGHT] = 100 * CW_UM,
                          [CW_PARAMETER_INNER] = 100 * CW_UM,
                          [CW_PARAMETER_GROUND] = 50 * CW_UM,
                          [CW_PARAMETER_COUNT] = 5,
                      } };
}

/* by hand, or from rows of published and computed oracles where one has these figures */
static void
test_values (void)
{
  static const struct
  {
    CwPassiveForm form;
    const char *symbol;
    double value;
    double tolerance; /* relative */
  } rows[] = {
    /* 1.72e-8 · 1000 / (10 · 5 µm) */
    { CW_FORM_BAR, "R", 0.344, 1e-9 },
    /* legs 2 · 990 + 3 · 980 µm, links 4 · 10 µm, 8 corners */
    { CW_FORM_MEANDER, "R", 1.72e-8 / 5e-6 * (496 + 8 * 0.558729), 1e-6 },
    /* row gh_5_10 of the Greenhouse figures: n 5, w 10, s 10, t 5, d_in 100 µm */
    { CW_FORM_SQUARE_SPIRAL, "L", 5.7477e-9, 0.01 },
    /* ε0 3.4 · 1000 · 100 / 7 µm */
    { CW_FORM_PLATES, "C", 8.8541878e-12 * 3.4 * 1e-3 * 1e-4 / 7e-6, 1e-6 },
    /* ε0 · 100 · 100 / 7 µm: air under the membrane */
    { CW_FORM_SENSOR, "C", 8.8541878e-12 * 1e-8 / 7e-6, 1e-6 },
  };
  g_autoptr (CwTechnology) technology = make_technology (1720);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CwPassive passive = make_passive (rows[i].form);
      CwPassiveValue values[CW_MAX_PASSIVE_VALUES];

      g_assert_cmpuint (cw_passive_list_values (&passive, technology, values), >=, 1);
      g_assert_cmpstr (values[0].symbol, ==, rows[i].symbol);
      g_assert_cmpfloat_with_epsilon (values[0].estimate.value, rows[i].value,
                                      rows[i].value * rows[i].tolerance);
    }
}

static void
test_every_form_has_a_value_with_formula_and_range (void)
{
  g_autoptr (CwTechnology) technology = make_technology (1720);

  for (guint form = 0; form < CW_N_PASSIVE_FORMS; form++)
    {
      CwPassive passive = make_passive (form);
      CwPassiveValue values[CW_MAX_PASSIVE_VALUES];
      guint n = cw_passive_list_values (&passive, technology, values);

      g_assert_cmpuint (n, >=, 1);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (values[i].estimate.value, >, 0);
          g_assert_cmpuint (strlen (values[i].estimate.formula), >, 0);
          g_assert_cmpuint (strlen (values[i].estimate.range), >, 0);
        }
    }
}

static void
test_unknown_resistivity_is_out_of_range (void)
{
  g_autoptr (CwTechnology) technology = make_technology (0);
  CwPassive passive = make_passive (CW_FORM_BAR);
  CwPassiveValue values[CW_MAX_PASSIVE_VALUES];

  cw_passive_list_values (&passive, technology, values);
  g_assert_false (values[0].estimate.in_range);
}

static void
test_is_written_with_a_prefix (void)
{
  static const struct
  {
    const char *symbol;
    const char *unit;
    double value;
    const char *text;
  } rows[] = {
    { "L", "H", 1.1367e-9, "L = 1.14 nH" }, { "R", "Ω", 0.344, "R = 344 mΩ" },
    { "R", "Ω", 49.95, "R = 50.0 Ω" },      { "R", "Ω", 999.9, "R = 1.00 kΩ" },
    { "f", "Hz", 2.4e9, "f = 2.40 GHz" },   { "C", "F", 89.848e-15, "C = 89.8 fF" },
    { "εeff", "", 2.951, "εeff = 2.95" },   { "C", "F", 0, "C = 0.00 F" },
    { "Z0", "Ω", 120.57, "Z0 = 121 Ω" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CwPassiveValue value
          = { rows[i].symbol, rows[i].unit, cw_estimate_new (rows[i].value, TRUE, "", "") };
      g_autofree char *text = cw_passive_value_format (&value);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/physics/passive-value/values", test_values);
  g_test_add_func ("/model/physics/passive-value/every-form-has-a-value-with-formula-and-range",
                   test_every_form_has_a_value_with_formula_and_range);
  g_test_add_func ("/model/physics/passive-value/unknown-resistivity-is-out-of-range",
                   test_unknown_resistivity_is_out_of_range);
  g_test_add_func ("/model/physics/passive-value/is-written-with-a-prefix",
                   test_is_written_with_a_prefix);

  return g_test_run ();
}
