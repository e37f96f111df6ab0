/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

#include "widgets/tool/cw-passive-text.h"

static void
set_form (Fixture *self, CwPassiveForm form)
{
  CwToolSettings settings = fixture_get_settings (self);

  settings.passive_form = (guint8) form;
  fixture_set_settings (self, settings);
}

static CwId
place (Fixture *self, CwItemKind kind, double x, double y)
{
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  g_assert_cmpint (fixture_click (self, x, y), ==, CW_TOOL_COMMIT);

  return fixture_find_new (before, fixture_get_design (self), kind, 0);
}

static const CwPassive *
place_passive (Fixture *self, double x, double y)
{
  return cw_design_get_passive (fixture_get_design (self), place (self, CW_ITEM_PASSIVE, x, y));
}

static void
test_ghost_is_the_device (void)
{
  g_autoptr (Fixture) self = fixture_new ("place-passive");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (CwDesign) ghost = NULL;
  const CwPassive *passive;

  set_form (self, CW_FORM_SQUARE_SPIRAL);
  fixture_move (self, -2999.8, 2500.4);
  fixture_key (self, "r");
  fixture_key (self, "f");
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_click (self, -2999.8, 2500.4), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  passive = cw_design_get_passive (ghost, fixture_find_new (before, ghost, CW_ITEM_PASSIVE, 0));
  g_assert_cmpstr (passive->name, ==, "L1");
  fixture_assert_point (passive->at, -3000, 2500);
  g_assert_cmpint (passive->angle, ==, CW_ANGLE_90);
  g_assert_true (passive->mirror);
  g_assert_cmpuint (passive->level, ==,
                    PACKAGE_RDL2); /* RDL1 has nothing below for the underpass */
  g_assert_cmpuint (passive->other_level, ==, PACKAGE_RDL1);
  g_assert_null (passive->nets);
}

static void
test_every_form_has_its_letter (void)
{
  static const struct
  {
    CwPassiveForm form;
    const char *names[2];
  } cases[] = { { CW_FORM_BAR, { "R1", "R2" } },          { CW_FORM_MEANDER, { "R3", "R4" } },
                { CW_FORM_ROUND_SPIRAL, { "L1", "L2" } }, { CW_FORM_PLATES, { "C1", "C2" } },
                { CW_FORM_COPLANAR, { "W1", "W2" } },     { CW_FORM_LOW_PASS, { "F1", "F2" } },
                { CW_FORM_SENSOR, { "M1", "M2" } } };
  g_autoptr (Fixture) self = fixture_new ("place-passive");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < 2; j++)
      {
        set_form (self, cases[i].form);
        g_assert_cmpstr (place_passive (self, -4000 + 500.0 * (double) i, 2500 + 500.0 * j)->name,
                         ==, cases[i].names[j]);
      }
}

static void
test_key_goes_through_the_forms (void)
{
  g_autoptr (Fixture) self = fixture_new ("place-passive");

  for (guint i = 1; i <= CW_N_PASSIVE_FORMS; i++)
    {
      fixture_move (self, -3000, 2500);
      fixture_key (self, "p");
      g_assert_cmpuint (fixture_get_settings (self).passive_form, ==, i % CW_N_PASSIVE_FORMS);
      g_assert_cmpstr (cw_passive_form_get_label (fixture_get_settings (self).passive_form), !=,
                       "");
    }
  fixture_key (self, "<Shift>p");
  g_assert_cmpuint (fixture_get_settings (self).passive_form, ==, CW_FORM_SENSOR);
}

/* a stripline needs three wiring levels */
static void
test_form_without_levels_says_so (void)
{
  g_autoptr (Fixture) self = fixture_new ("place-passive");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  set_form (self, CW_FORM_STRIPLINE);
  fixture_move (self, -3000, 2500);
  g_assert_cmpstr (cw_tool_get_message (self->tool), ==,
                   "a passive device of the form \"stripline\" needs a wiring level below its own");
  g_assert_cmpint (fixture_click (self, -3000, 2500), ==, CW_TOOL_PREVIEW);
  g_assert_true (fixture_get_design (self) == before);
}

static void
test_terminals_take_the_nets_below (void)
{
  g_autoptr (Fixture) self = fixture_new ("place-passive");
  const CwPassive *passive;
  CwCoord length;

  fixture_set_level (self, PACKAGE_RDL1);
  fixture_value (self, "length", "600");
  fixture_move (self, 1200, -1000);
  passive = place_passive (self, 1200, -1000); /* from 900, on the trace, to 1500, on the land */
  length = passive->values[CW_PARAMETER_LENGTH];
  g_assert_cmpint (length, ==, 600 * CW_UM);
  g_assert_cmpuint (passive->level, ==, PACKAGE_RDL1);
  g_assert_nonnull (passive->nets);
  g_assert_cmpuint (passive->nets->nets[0], ==, self->net_a);
  g_assert_cmpuint (passive->nets->nets[1], ==, self->net_a);
  passive = place_passive (self, 1800, -1000); /* from 1500 to 2100 */
  g_assert_cmpuint (passive->nets->nets[0], ==, self->net_a);
  g_assert_cmpuint (passive->nets->nets[1], ==, CW_ID_NONE);
}

static void
test_parameters_are_typed (void)
{
  g_autoptr (Fixture) self = fixture_new ("place-passive");
  g_autoptr (GArray) fields = NULL;
  const CwPassive *passive;

  set_form (self, CW_FORM_MEANDER);
  fixture_move (self, -3000, 2500);
  fields = cw_tool_list_fields (self->tool);
  g_assert_cmpuint (fields->len, ==, 8); /* x y rotation width space length count keep-out */
  g_assert_cmpstr (g_array_index (fields, CwToolField, 6).label, ==, "Legs");
  fixture_value (self, "count", "6");
  fixture_value (self, "width", "3 * 10");
  g_assert_cmpint (fixture_value (self, "count", "1"), ==, CW_TOOL_PASS);
  g_assert_cmpstr (self->request_text, ==, "number of legs of a meander \"1\" is not in 2 … 1000");
  g_assert_cmpint (fixture_value (self, "count", "2.5"), ==, CW_TOOL_PASS);
  passive = place_passive (self, -3000, 2500);
  g_assert_cmpint (passive->values[CW_PARAMETER_COUNT], ==, 6);
  g_assert_cmpint (passive->values[CW_PARAMETER_WIDTH], ==, 30 * CW_UM);
}

/* what it is worth, below the pointer */
static void
test_value_is_shown (void)
{
  g_autoptr (Fixture) self = fixture_new ("place-passive");
  g_autoptr (GArray) marks = NULL;
  const char *text = NULL;

  set_form (self, CW_FORM_SQUARE_SPIRAL);
  fixture_move (self, -3000, 2500);
  marks = cw_tool_list_marks (self->tool);
  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, CwMark, i).kind == CW_MARK_VALUE)
      text = g_array_index (marks, CwMark, i).text;
  g_assert_nonnull (text);
  g_assert_true (g_str_has_prefix (text, "L = "));
  g_assert_nonnull (strstr (text, "nH"));
}

static void
set_bus (Fixture *self, CwBusKind kind)
{
  CwToolSettings settings = fixture_get_settings (self);

  settings.bus_kind = (guint8) kind;
  fixture_set_settings (self, settings);
}

static const CwBus *
get_new_bus (Fixture *self, CwDesign *before)
{
  return cw_design_get_bus (fixture_get_design (self),
                            fixture_find_new (before, fixture_get_design (self), CW_ITEM_BUS, 0));
}

static void
test_ring_is_dragged (void)
{
  g_autoptr (Fixture) self = fixture_new ("bus");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwBus *bus;
  CwBox box;

  fixture_set_level (self, PACKAGE_RDL2);
  fixture_value (self, "width", "40");
  g_assert_cmpint (fixture_drag (self, -4000, 2000, -2000, 4000), ==, CW_TOOL_COMMIT);
  bus = get_new_bus (self, before);
  g_assert_cmpuint (bus->kind, ==, CW_BUS_RING);
  g_assert_cmpuint (bus->level, ==, PACKAGE_RDL2);
  g_assert_cmpint (bus->width, ==, 40 * CW_UM);
  g_assert_cmpuint (bus->net, ==, CW_ID_NONE); /* no net of the fixture is power or ground */
  box = cw_path_get_bounds (bus->path, TRUE);
  fixture_assert_point (box.min, -4000, 2000);
  fixture_assert_point (box.max, -2000, 4000);
}

static CwId
add_net (Fixture *self, const char *name, CwNetClass net_class)
{
  g_autoptr (CwEdit) edit = cw_edit_new (fixture_get_design (self));
  g_autoptr (CwDesign) next = NULL;
  CwNet net = { .name = g_ref_string_new (name), .net_class = net_class };
  CwId id = cw_edit_add_net (edit, &net, NULL);

  g_ref_string_release (net.name);
  next = cw_edit_finish (edit, NULL);
  cw_document_commit (self->document, next, "Add net");

  return id;
}

static void
test_bus_takes_a_supply (void)
{
  g_autoptr (Fixture) self = fixture_new ("bus");
  CwId ground = add_net (self, "VSS", CW_NET_GROUND);
  CwId power = add_net (self, "VDD", CW_NET_POWER);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  CwToolSettings settings = fixture_get_settings (self);

  fixture_drag (self, -4000, 2000, -2000, 4000);
  g_assert_cmpuint (get_new_bus (self, before)->net, ==, power);
  cw_document_go_to (self->document, 2);
  settings.bus_net = ground;
  fixture_set_settings (self, settings);
  fixture_drag (self, -4000, 2000, -2000, 4000);
  g_assert_cmpuint (get_new_bus (self, before)->net, ==, ground);
}

static void
test_spine_is_clicked (void)
{
  g_autoptr (Fixture) self = fixture_new ("bus");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwBus *bus;

  set_bus (self, CW_BUS_SPINE);
  fixture_value (self, "width", "30");
  fixture_value (self, "pitch", "200");
  fixture_value (self, "reach", "150");
  g_assert_cmpint (fixture_click (self, -4000, 3000), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (fixture_click (self, -3000, 3000), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (fixture_click (self, -3000, 4000), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (fixture_key (self, "End"), ==, CW_TOOL_COMMIT);
  bus = get_new_bus (self, before);
  g_assert_cmpuint (bus->kind, ==, CW_BUS_SPINE);
  g_assert_cmpuint (bus->path->n_vertices, ==, 3);
  g_assert_cmpint (bus->pitch, ==, 200 * CW_UM);
  g_assert_cmpint (bus->reach, ==, 150 * CW_UM);
}

static void
test_mesh_needs_a_pitch (void)
{
  g_autoptr (Fixture) self = fixture_new ("bus");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  set_bus (self, CW_BUS_MESH);
  fixture_value (self, "width", "30");
  fixture_value (self, "pitch", "30");
  fixture_drag (self, -4000, 2000, -2000, 4000);
  g_assert_true (fixture_get_design (self) == before);
  g_assert_true (g_str_has_prefix (self->request_text, "bus pitch \"30\""));
  fixture_key (self, "Escape");
  fixture_value (self, "pitch", "100");
  g_assert_cmpint (fixture_drag (self, -4000, 2000, -2000, 4000), ==, CW_TOOL_COMMIT);
  g_assert_cmpint (get_new_bus (self, before)->pitch, ==, 100 * CW_UM);
}

static const CwCavity *
get_new_cavity (Fixture *self, CwDesign *before, guint index)
{
  return cw_design_get_cavity (
      fixture_get_design (self),
      fixture_find_new (before, fixture_get_design (self), CW_ITEM_CAVITY, index));
}

static void
test_cavity_is_dragged (void)
{
  g_autoptr (Fixture) self = fixture_new ("cavity");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  CwCoord thickness
      = cw_technology_get_level (cw_design_get_technology (before), PACKAGE_SUBSTRATE)->thickness;
  const CwCavity *cavity;

  fixture_drag (self, -4000, 2000, -2000, 4000);
  cavity = get_new_cavity (self, before, 0);
  g_assert_cmpuint (cavity->level, ==, PACKAGE_SUBSTRATE);
  g_assert_cmpint (cavity->depth, ==, thickness / 2);
  g_assert_cmpint (cavity->draft, ==, 0);
  cw_document_go_to (self->document, 0);
  fixture_value (self, "depth", "0");
  fixture_value (self, "draft", "10");
  g_assert_cmpint (fixture_value (self, "draft", "46"), ==, CW_TOOL_PASS);
  g_assert_cmpint (fixture_value (self, "depth", "100mm"), ==, CW_TOOL_PASS);
  fixture_drag (self, -4000, 2000, -2000, 4000);
  cavity = get_new_cavity (self, before, 0);
  g_assert_cmpint (cavity->depth, ==, 0);
  g_assert_cmpint (cavity->draft, ==, 10 * CW_DEGREE);
}

static void
test_cavity_is_as_the_substrate_asks (void)
{
  static const struct
  {
    CwSubstrateKind kind;
    gboolean is_through;
    CwAngle draft;
  } cases[] = { { CW_SUBSTRATE_CORES, TRUE, 0 },
                { CW_SUBSTRATE_HEAT, TRUE, 0 },
                { CW_SUBSTRATE_MOULDED, FALSE, 5 * CW_DEGREE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
      g_autoptr (Fixture) self = fixture_new ("cavity");
      g_autoptr (CwEdit) edit = cw_edit_new (fixture_get_design (self));
      g_autoptr (CwDesign) next = NULL;
      const CwCavity *cavity;

      cw_technology_set_substrate (technology, cases[i].kind);
      g_assert_true (cw_edit_set_technology (edit, technology, NULL));
      next = cw_edit_finish (edit, NULL);
      cw_document_commit (self->document, next, "Build the substrate otherwise");
      fixture_drag (self, -4000, 2000, -2000, 4000);
      cavity = get_new_cavity (self, next, 0);
      g_assert_nonnull (cavity);
      g_assert_true ((cavity->depth == 0) == cases[i].is_through);
      g_assert_cmpint (cavity->draft, ==, cases[i].draft);
    }
}

static void
test_cavity_surrounds_the_dies (void)
{
  g_autoptr (Fixture) self = fixture_new ("cavity");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  CwPick pick = { self->die, 0 };
  CwBox box;

  g_assert_false (cw_tool_has_command (self->tool, "surround-dies"));
  cw_selection_change (self->selection, CW_SELECT_REPLACE, &pick, 1);
  fixture_value (self, "margin", "70");
  g_assert_cmpint (fixture_send (self, CW_TOOL_COMMAND, "surround-dies", NULL), ==, CW_TOOL_COMMIT);
  box = cw_path_get_bounds (get_new_cavity (self, before, 0)->outline, TRUE);
  fixture_assert_point (box.min, -1070, -570);
  fixture_assert_point (box.max, 1070, 570);
  g_assert_null (get_new_cavity (self, before, 1));
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/device-tools/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("ghost-is-the-device", test_ghost_is_the_device);
  ADD ("every-form-has-its-letter", test_every_form_has_its_letter);
  ADD ("key-goes-through-the-forms", test_key_goes_through_the_forms);
  ADD ("form-without-levels-says-so", test_form_without_levels_says_so);
  ADD ("terminals-take-the-nets-below", test_terminals_take_the_nets_below);
  ADD ("parameters-are-typed", test_parameters_are_typed);
  ADD ("value-is-shown", test_value_is_shown);
  ADD ("ring-is-dragged", test_ring_is_dragged);
  ADD ("bus-takes-a-supply", test_bus_takes_a_supply);
  ADD ("spine-is-clicked", test_spine_is_clicked);
  ADD ("mesh-needs-a-pitch", test_mesh_needs_a_pitch);
  ADD ("cavity-is-dragged", test_cavity_is_dragged);
  ADD ("cavity-is-as-the-substrate-asks", test_cavity_is_as_the_substrate_asks);
  ADD ("cavity-surrounds-the-dies", test_cavity_surrounds_the_dies);

  return g_test_run ();
}
