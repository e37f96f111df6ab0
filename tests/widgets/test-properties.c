/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-properties.h"

#include "tests/model/process/package.h"

typedef struct
{
  CwDesign *design;
  CwId passive;
  CwId bus;
  CwId cavity;
  CwId line;
  CwId ball;
  CwId via;
  CwId die;
} Fixture;

static Fixture
fixture_new (void)
{
  CwEdit *edit = package_begin ();
  CwId net = package_add_net (edit, "A");
  const CwId ids[] = { net, CW_ID_NONE };
  g_autoptr (CwPath) ring = cw_path_new_box (CW_BOX (0, 0, 1000000, 1000000));
  g_autoptr (CwPath) cut = cw_path_new_points ((CwPoint[]){ { 0, 0 }, { 1000000, 0 } }, 2);
  CwBus bus = { .path = ring, .width = 20000, .net = net, .level = PACKAGE_RDL2 };
  CwCavity cavity = { .outline = ring, .depth = 50000, .level = PACKAGE_SUBSTRATE };
  CwCutLine line = { .name = g_ref_string_new_intern ("A"), .path = cut };
  g_autoptr (CwDesign) empty = NULL;
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  CwPassive passive;
  Fixture self;

  cw_passive_init (&passive, CW_FORM_BAR, technology);
  passive.name = g_ref_string_new_intern ("R1");
  self.passive = cw_edit_add_passive (edit, &passive, NULL);
  self.bus = cw_edit_add_bus (edit, &bus, NULL);
  self.cavity = cw_edit_add_cavity (edit, &cavity, NULL);
  self.line = cw_edit_add_cut_line (edit, &line, NULL);
  g_ref_string_release (line.name);
  g_ref_string_release (passive.name);
  self.ball = package_add_ball (edit, net, "A1", CW_POINT (2000000, 0), 200000);
  self.via = package_add_via (edit, net, PACKAGE_RDL1, PACKAGE_RDL2, CW_POINT (3000000, 0));
  self.die = package_add_die (edit, "U1", CW_BOX (-1000000, -1000000, 0, 0), 200000, 2, ids);
  self.design = package_end (edit);
  return self;
}

static void
set (Fixture *self, CwId item, guint32 part, const char *name, const char *text)
{
  CwPick pick = { item, part };
  g_autoptr (GError) error = NULL;
  CwDesign *next = cw_properties_set (self->design, &pick, 1, name, text, CW_UNIT_UM, &error);

  g_assert_no_error (error);
  cw_design_unref (self->design);
  self->design = next;
}

static void
assert_refused (Fixture *self, CwId item, const char *name, const char *text, const char *message)
{
  CwPick pick = { item, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_properties_set (self->design, &pick, 1, name, text, CW_UNIT_UM, &error));
  g_assert_cmpstr (error->message, ==, message);
}

/* the value as the panel shows it, NULL when there is no such property */
static char *
get (Fixture *self, CwId item, guint32 part, const char *name)
{
  CwPick pick = { item, part };
  g_autoptr (GArray) properties = cw_properties_list (self->design, &pick, 1, CW_UNIT_UM);

  for (guint i = 0; i < properties->len; i++)
    {
      const CwProperty *property = &g_array_index (properties, CwProperty, i);

      if (strcmp (property->name, name) == 0)
        {
          g_assert_true ((property->kind == CW_PROPERTY_CHOICE) == (property->choices != NULL));
          return g_strdup (property->text);
        }
    }

  return NULL;
}

static void
assert_value (Fixture *self, CwId item, guint32 part, const char *name, const char *expected)
{
  g_autofree char *text = get (self, item, part, name);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_every_member_is_set (void)
{
  Fixture self = fixture_new ();
  const struct
  {
    CwId item;
    guint32 part;
    const char *name;
    const char *before;
    const char *after;
  } rows[] = {
    { self.passive, 0, "name", "R1", "R9" },
    { self.passive, 0, "net-1", "", "A" },
    { self.passive, 0, "net-2", "", "A" },
    { self.passive, 0, "level", "RDL2", "RDL1" },
    { self.passive, 0, "x", "0", "12" },
    { self.passive, 0, "angle", "0", "30" },
    { self.passive, 0, "mirror", "0", "1" },
    { self.passive, 0, "length", NULL, "500" },
    { self.passive, 0, "width", NULL, "25" },
    { self.passive, 0, "keep-out", "0", "5" },
    { self.passive, 0, "form", "bar", "meander" },
    { self.passive, 0, "count", "10", "12" },
    { self.bus, 0, "name", "", "VDD" },
    { self.bus, 0, "net", "A", "" },
    { self.bus, 0, "width", "20", "30" },
    { self.bus, 0, "kind", "ring", "spine" },
    { self.bus, 0, "pitch", "300", "100" },
    { self.bus, 0, "reach", "150", "70" },
    { self.cavity, 0, "depth", "50", "0" },
    { self.cavity, 0, "draft", "0", "5" },
    { self.cavity, 0, "locked", "0", "1" },
    { self.line, 0, "name", "A", "B" },
    { self.ball, 0, "ball-kind", "solder-ball", "pin" },
    { self.via, 0, "fill", "with-wiring", "before-wiring" },
    { self.die, 0, "module", "", "M1" },
    { self.die, 2, "net", "", "A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].before != NULL)
        assert_value (&self, rows[i].item, rows[i].part, rows[i].name, rows[i].before);
      set (&self, rows[i].item, rows[i].part, rows[i].name, rows[i].after);
      assert_value (&self, rows[i].item, rows[i].part, rows[i].name, rows[i].after);
    }
  cw_design_unref (self.design);
}

static void
test_only_what_a_form_has_is_listed (void)
{
  Fixture self = fixture_new ();

  assert_value (&self, self.passive, 0, "space", NULL);
  assert_value (&self, self.passive, 0, "other-level", NULL);
  assert_value (&self, self.passive, 0, "net-3", NULL);
  assert_value (&self, self.bus, 0, "pitch", NULL);
  set (&self, self.passive, 0, "form", "low-pass");
  assert_value (&self, self.passive, 0, "other-level", "RDL1");
  assert_value (&self, self.passive, 0, "net-3", "");
  assert_value (&self, self.passive, 0, "top-level", NULL);
  cw_design_unref (self.design);
}

static void
test_nonsense_is_refused (void)
{
  Fixture self = fixture_new ();

  assert_refused (&self, self.bus, "kind", "star", "there is no choice \"star\"");
  assert_refused (&self, self.passive, "form", "stripline",
                  "a passive device of the form \"stripline\" needs a wiring level below its own");
  assert_refused (&self, self.passive, "width", "0",
                  "passive device width \"0\" is not in 0.1 … 10000 µm");
  assert_refused (&self, self.ball, "ubm", "80", "bonding pad \"A1\" has no ubm level above it");
  set (&self, self.passive, 0, "form", "meander");
  assert_refused (&self, self.passive, "count", "2.5", "\"2.5\" is not a whole number");
  cw_design_unref (self.design);
}

static void
test_choices_are_the_names_of_files (void)
{
  Fixture self = fixture_new ();
  CwPick pick = { self.passive, 0 };
  g_autoptr (GArray) properties = cw_properties_list (self.design, &pick, 1, CW_UNIT_UM);

  for (guint i = 0; i < properties->len; i++)
    {
      const CwProperty *property = &g_array_index (properties, CwProperty, i);
      guint n = 0;

      if (property->kind != CW_PROPERTY_CHOICE)
        continue;
      for (; property->choices[n].name != NULL; n++)
        g_assert_cmpstr (property->choices[n].name, ==, cw_passive_form_get_name (n));
      g_assert_cmpuint (n, ==, CW_N_PASSIVE_FORMS);
    }
  cw_design_unref (self.design);
}

#define ADD(name, func) g_test_add_func ("/widgets/properties/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-member-is-set", test_every_member_is_set);
  ADD ("only-what-a-form-has-is-listed", test_only_what_a_form_has_is_listed);
  ADD ("nonsense-is-refused", test_nonsense_is_refused);
  ADD ("choices-are-the-names-of-files", test_choices_are_the_names_of_files);

  return g_test_run ();
}
