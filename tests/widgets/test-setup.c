/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "widgets/cw-setup-private.h"

static CwDesign *
new_design (CwMethod method, CwSubstrateKind substrate, guint n_levels)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_method (method, substrate, n_levels);
  g_autoptr (CwPath) outline = cw_path_new_box (CW_BOX (0, 0, 8 * CW_MM, 8 * CW_MM));

  return cw_design_new (technology, outline);
}

static guint
find_field (const CwSetupInfo *info, const char *label)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (strcmp (info->fields[i].label, label) == 0)
      return i;
  g_assert_not_reached ();
}

static const CwSetupAction *
find_action (const CwSetupInfo *info, const char *label)
{
  for (guint i = 0; i < info->n_actions; i++)
    if (strcmp (info->actions[i].label, label) == 0)
      return &info->actions[i];
  g_assert_not_reached ();
}

/* takes the place of @design */
static void
set (CwDesign **design, const CwSetupInfo *info, const char *label, guint32 key, const char *text)
{
  g_autoptr (GError) error = NULL;
  CwDesign *next
      = cw_setup_set_text (info, find_field (info, label), *design, key, text, CW_UNIT_UM, &error);

  g_assert_no_error (error);
  cw_design_unref (*design);
  *design = next;
}

static void
act (CwDesign **design, const CwSetupInfo *info, const char *label, guint32 *key)
{
  g_autoptr (GError) error = NULL;
  CwDesign *next = find_action (info, label)->run (*design, key, &error);

  g_assert_no_error (error);
  cw_design_unref (*design);
  *design = next;
}

static void
assert_refused (CwDesign *design, const CwSetupInfo *info, const char *label, guint32 key,
                const char *text, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      cw_setup_set_text (info, find_field (info, label), design, key, text, CW_UNIT_UM, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
}

static void
assert_action_refused (CwDesign *design, const CwSetupInfo *info, const char *label, guint32 key,
                       const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (find_action (info, label)->run (design, &key, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
}

static char *
dup_stack (CwDesign *design)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            cw_technology_get_level (technology, i)->name);

  return g_string_free (text, FALSE);
}

static void
assert_stack (CwDesign *design, const char *expected)
{
  g_autofree char *stack = dup_stack (design);

  g_assert_cmpstr (stack, ==, expected);
}

static guint
find_level (CwDesign *design, const char *name)
{
  guint found = cw_technology_find_level (cw_design_get_technology (design), name);

  g_assert_cmpuint (found, !=, CW_LEVEL_NONE);
  return found;
}

/* every field of every page of one thing gives what it takes */
static void
test_round_trip (void)
{
  static const CwSetupInfo *const infos[]
      = { &cw_setup_general, &cw_setup_levels, &cw_setup_materials, &cw_setup_rules,
          &cw_setup_array };
  g_autoptr (CwDesign) design = new_design (CW_METHOD_B, CW_SUBSTRATE_PLAIN, 2);

  for (gsize p = 0; p < G_N_ELEMENTS (infos); p++)
    {
      const CwSetupInfo *info = infos[p];
      g_autoptr (GArray) keys = g_array_new (FALSE, TRUE, sizeof (guint32));

      if (info->list_keys != NULL)
        info->list_keys (design, keys);
      else
        g_array_set_size (keys, 1);
      for (guint k = 0; k < keys->len; k++)
        for (guint i = 0; i < info->n_fields; i++)
          {
            guint32 key = g_array_index (keys, guint32, k);
            g_autofree char *text = cw_setup_get_text (info, i, design, key, CW_UNIT_UM);
            g_autoptr (CwDesign) next = NULL;
            g_autoptr (GError) error = NULL;

            if (info->fields[i].kind == CW_SETUP_FIXED)
              continue;
            next = cw_setup_set_text (info, i, design, key, text, CW_UNIT_UM, &error);
            g_assert_no_error (error);
            g_assert_true (cw_design_equal (design, next));
          }
    }
}

static void
test_bad_values (void)
{
  g_autoptr (CwDesign) design = new_design (CW_METHOD_B, CW_SUBSTRATE_PLAIN, 1);
  guint thin = find_level (design, "THIN");
  guint wiring = find_level (design, "RDL1");

  assert_refused (
      design, &cw_setup_levels, "Thickness", thin, "201",
      "thin organic layer \"THIN\": 201 µm is not in 2 … 200 µm, which rule R5 asks for "
      "after claims 107, 109 and 181");
  assert_refused (design, &cw_setup_levels, "Thickness", thin, "1",
                  "thin organic layer \"THIN\": 1 µm is not in 2 … 200 µm, which rule R5 asks for "
                  "after claims 107, 109 and 181");
  assert_refused (design, &cw_setup_levels, "Thickness", wiring, "0",
                  "level thickness \"0\" is not in 0.001 … 10000 µm");
  assert_refused (design, &cw_setup_levels, "Thickness", find_level (design, "ADHESIVE"), "120",
                  "adhesive \"ADHESIVE\": 120 µm leaves no room for dies in the height of \"DIE\", "
                  "120 µm");
  assert_refused (design, &cw_setup_levels, "Name", wiring, "DIE",
                  "level \"DIE\" is there already");
  assert_refused (design, &cw_setup_materials, "Permittivity", 0, "4.40001",
                  "\"4.40001\" is finer than steps of 0.001");
  assert_refused (design, &cw_setup_materials, "Permittivity", 0, "four",
                  "\"four\" is not a number");
  assert_refused (design, &cw_setup_materials, "Colour", 0, "red",
                  "\"red\" is not a colour of six hexadecimal digits, such as c9743a");
  assert_refused (design, &cw_setup_general, "Width", 0, "0",
                  "package width \"0 µm\" is not in 10 … 1000000 µm");
  assert_refused (
      design, &cw_setup_general, "Substrate", 0, "1",
      "method B has a plain organic substrate: its dies are adhered face down and stand "
      "in no openings");
}

static void
test_methods (void)
{
  g_autoptr (CwDesign) first = new_design (CW_METHOD_A, CW_SUBSTRATE_PLAIN, 2);
  g_autoptr (CwDesign) design = cw_design_ref (first);
  g_autofree char *told = NULL;

  assert_stack (design, "SUBSTRATE ADHESIVE DIE PAD D1 RDL1 D2 RDL2 PASS UBM BALL");
  set (&design, &cw_setup_general, "Method", 0, "1");
  assert_stack (design, "SUBSTRATE ADHESIVE DIE PAD THIN RDL1 D2 RDL2 PASS UBM BALL");
  told = cw_setup_dup_changes (cw_design_get_technology (first), cw_design_get_technology (design));
  g_assert_cmpstr (told, ==,
                   "added levels THIN; removed levels D1; the process flow is that of method B");
  /* the structure of claim 176, face up */
  set (&design, &cw_setup_general, "Method", 0, "0");
  assert_stack (design, "SUBSTRATE ADHESIVE DIE PAD THIN RDL1 D2 RDL2 PASS UBM BALL");
  g_assert_cmpint (cw_flow_find (cw_technology_get_flow (cw_design_get_technology (design)),
                                 CW_STEP_DEPOSIT_THIN_ORGANIC, CW_LEVEL_NONE),
                   >=, 0);
  set (&design, &cw_setup_general, "Method", 0, "2");
  assert_stack (design, "SUBSTRATE ADHESIVE DIE PAD D1 RDL1 D2 RDL2 PASS UBM BALL");
  g_assert_cmpint (cw_setup_get_method (cw_design_get_technology (design)), ==, CW_METHOD_C);
}

static void
test_substrates (void)
{
  g_autoptr (CwDesign) design = new_design (CW_METHOD_A, CW_SUBSTRATE_PLAIN, 1);

  set (&design, &cw_setup_general, "Substrate", 0, "1");
  assert_stack (design, "CORE2 CORE1 ADHESIVE DIE PAD D1 RDL1 PASS UBM BALL");
  set (&design, &cw_setup_general, "Substrate", 0, "2");
  assert_stack (design, "HEAT SUBSTRATE ADHESIVE DIE PAD D1 RDL1 PASS UBM BALL");
  assert_refused (
      design, &cw_setup_general, "Method", 0, "1",
      "method B has a plain organic substrate (claims 102, 108): first set Substrate to "
      "plain");
  set (&design, &cw_setup_general, "Substrate", 0, "3");
  assert_stack (design, "SUBSTRATE ADHESIVE DIE PAD D1 RDL1 PASS UBM BALL");
  g_assert_cmpint (cw_technology_get_substrate (cw_design_get_technology (design)), ==,
                   CW_SUBSTRATE_MOULDED);
}

/* a cavity stays on the uppermost board, and a board that it does not fit in is refused */
static void
test_substrate_with_cavity (void)
{
  g_autoptr (CwDesign) design = new_design (CW_METHOD_A, CW_SUBSTRATE_MOULDED, 1);
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (CwPath) outline = cw_path_new_box (CW_BOX (CW_MM, CW_MM, 3 * CW_MM, 3 * CW_MM));
  g_autoptr (CwDesign) with_cavity = NULL;
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (GError) error = NULL;
  CwCavity cavity = { .outline = outline, .depth = 120 * CW_UM, .level = 0 };
  CwId id = cw_edit_add_cavity (edit, &cavity, &error);

  g_assert_no_error (error);
  with_cavity = cw_edit_finish (edit, NULL);
  next = cw_setup_dup_with_substrate (with_cavity, CW_SUBSTRATE_CORES, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cw_design_get_cavity (next, id)->level, ==, find_level (next, "CORE1"));
  g_clear_pointer (&next, cw_design_unref);
  cavity.depth = 160 * CW_UM;
  g_assert_true (cw_edit_set_cavity (edit, id, &cavity, &error));
  g_clear_pointer (&with_cavity, cw_design_unref);
  with_cavity = cw_edit_finish (edit, NULL);
  g_assert_null (cw_setup_dup_with_substrate (with_cavity, CW_SUBSTRATE_CORES, &error));
  g_assert_nonnull (error);
}

static void
test_levels (void)
{
  g_autoptr (CwDesign) first = new_design (CW_METHOD_B, CW_SUBSTRATE_PLAIN, 2);
  g_autoptr (CwDesign) design = cw_design_ref (first);
  guint32 key = find_level (design, "RDL1");

  act (&design, &cw_setup_levels, "Add wiring below", &key);
  assert_stack (design, "SUBSTRATE ADHESIVE DIE PAD THIN RDL1 D2 RDL2 D3 RDL3 PASS UBM BALL");
  g_assert_cmpuint (key, ==, find_level (design, "RDL1"));
  act (&design, &cw_setup_levels, "Remove level", &key);
  g_assert_true (cw_design_equal (design, first));
  key = find_level (design, "RDL2");
  act (&design, &cw_setup_levels, "Remove level", &key);
  assert_stack (design, "SUBSTRATE ADHESIVE DIE PAD THIN RDL1 PASS UBM BALL");
  key = find_level (design, "UBM");
  act (&design, &cw_setup_levels, "Remove level", &key);
  act (&design, &cw_setup_levels, "Add under-bump metal", &key);
  assert_stack (design, "SUBSTRATE ADHESIVE DIE PAD THIN RDL1 PASS UBM BALL");
  key = find_level (design, "PASS");
  act (&design, &cw_setup_levels, "Remove level", &key);
  act (&design, &cw_setup_levels, "Add passivation", &key);
  assert_stack (design, "SUBSTRATE ADHESIVE DIE PAD THIN RDL1 PASS UBM BALL");
  assert_action_refused (design, &cw_setup_levels, "Remove level", find_level (design, "RDL1"),
                         "level \"RDL1\" stays: a package has at least one wiring level");
  assert_action_refused (design, &cw_setup_levels, "Remove level", find_level (design, "THIN"),
                         "level \"THIN\" stays: in method B it is the sheet that the dies are "
                         "adhered to");
  assert_action_refused (design, &cw_setup_levels, "Remove level", find_level (design, "DIE"),
                         "level \"DIE\" stays: dies and their pads lie on it");
  /* face up, a dielectric comes in where the layer was all there was below the wiring */
  set (&design, &cw_setup_general, "Method", 0, "0");
  key = find_level (design, "THIN");
  act (&design, &cw_setup_levels, "Remove level", &key);
  assert_stack (design, "SUBSTRATE ADHESIVE DIE PAD D1 RDL1 PASS UBM BALL");
}

/* a material without a user goes, and the others keep their places in levels and steps */
static void
test_materials (void)
{
  g_autoptr (CwDesign) first = new_design (CW_METHOD_C, CW_SUBSTRATE_PLAIN, 1);
  g_autoptr (CwDesign) design = cw_design_ref (first);
  const CwTechnology *technology = cw_design_get_technology (first);
  guint32 key = cw_technology_find_material (technology, "Moulded polymer");

  act (&design, &cw_setup_materials, "Remove material", &key);
  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      const CwTechnology *after = cw_design_get_technology (design);

      g_assert_cmpstr (
          cw_technology_get_material (after, cw_technology_get_level (after, i)->material)->name,
          ==,
          cw_technology_get_material (technology, cw_technology_get_level (technology, i)->material)
              ->name);
    }
  for (guint i = 0; i < cw_technology_get_flow (technology)->n_steps; i++)
    {
      const CwTechnology *after = cw_design_get_technology (design);
      g_autofree char *was
          = cw_flow_dup_step_name (cw_technology_get_flow (technology), technology, i);
      g_autofree char *is = cw_flow_dup_step_name (cw_technology_get_flow (after), after, i);

      g_assert_cmpstr (is, ==, was);
    }
  assert_action_refused (design, &cw_setup_materials, "Remove material",
                         cw_technology_find_material (cw_design_get_technology (design), "BT core"),
                         "material \"BT core\" is still used by level \"SUBSTRATE\"");
  key = 0;
  act (&design, &cw_setup_materials, "Add material", &key);
  set (&design, &cw_setup_materials, "Name", key, "Ceramic");
  g_assert_cmpuint (cw_technology_find_material (cw_design_get_technology (design), "Ceramic"), ==,
                    key);
}

static CwDesign *
make (CwDesign *design, const CwSetupMaker *maker, guint32 key, guint field, const char *text,
      guint *wrong, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < maker->n_fields; i++)
    g_ptr_array_add (texts, i == field ? g_strdup (text) : maker->get (design, key, i, CW_UNIT_UM));
  g_ptr_array_add (texts, NULL);

  return maker->make (design, key, (const char *const *) texts->pdata, CW_UNIT_UM, wrong, error);
}

/* replaces @design by what a maker makes of it */
static void
apply (CwDesign **design, const CwSetupMaker *maker, guint32 key, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;
  guint wrong;
  CwDesign *next = make (*design, maker, key, field, text, &wrong, &error);

  g_assert_no_error (error);
  cw_design_unref (*design);
  *design = next;
}

static CwId
place_die (CwDesign **design, CwId type)
{
  g_autoptr (CwEdit) edit = cw_edit_new (*design);
  guint n = cw_design_get_die_type (*design, type)->pads->n_pads;
  g_autoptr (CwNets) nets = cw_nets_new (NULL, n);
  g_autoptr (GError) error = NULL;
  CwDie die = { .name = g_ref_string_new_intern ("U1"),
                .type = type,
                .at = CW_POINT (4 * CW_MM, 4 * CW_MM),
                .nets = nets };
  CwId id = cw_edit_add_die (edit, &die, &error);

  g_assert_no_error (error);
  g_ref_string_release (die.name);
  cw_design_unref (*design);
  *design = cw_edit_finish (edit, NULL);

  return id;
}

static void
test_nets_of_pads (void)
{
  g_autoptr (CwDesign) design = new_design (CW_METHOD_A, CW_SUBSTRATE_PLAIN, 1);
  const CwSetupMaker *each = cw_setup_dies.makers[0];
  const CwSetupMaker *table = cw_setup_dies.makers[1];
  g_autoptr (GError) error = NULL;
  guint32 type = CW_SETUP_NO_KEY;
  guint wrong;
  CwId die;

  act (&design, &cw_setup_die_types, "Add die type", &type);
  die = place_die (&design, type);
  apply (&design, table, die, 0, "pad,net\r\n1,VDD\r\n2; VSS \r\n3\tVDD\r\n");
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_NET), ==, 2);
  g_assert_cmpuint (cw_design_get_die (design, die)->nets->nets[0], ==,
                    cw_design_get_die (design, die)->nets->nets[2]);
  g_assert_null (make (design, table, die, 0, "4,A\n99,B\n", &wrong, &error));
  g_assert_cmpstr (error->message, ==, "line 2: die type \"DIE1\" has no pad \"99\"");
  g_clear_error (&error);
  apply (&design, table, die, 0, "3,\n");
  g_assert_cmpuint (cw_design_get_die (design, die)->nets->nets[2], ==, CW_ID_NONE);
  apply (&design, each, die, G_MAXUINT, NULL);
  g_assert_cmpstr (cw_design_get_net_name (design, cw_design_get_die (design, die)->nets->nets[0]),
                   ==, "VDD");
  g_assert_cmpstr (cw_design_get_net_name (design, cw_design_get_die (design, die)->nets->nets[2]),
                   ==, "U1.P3");
  /* what is in use stays */
  assert_action_refused (design, &cw_setup_die_types, "Remove die type", type,
                         "die-type \"DIE1\" is still used by die 1");
  assert_action_refused (design, &cw_setup_nets, "Remove net",
                         cw_design_find (design, CW_ITEM_NET, "VDD"),
                         "net \"VDD\" is still used by die 1");
}

/* no two pads overlap, all lie on the die */
static void
test_pads (void)
{
  g_autoptr (CwDesign) design = new_design (CW_METHOD_A, CW_SUBSTRATE_PLAIN, 1);
  guint32 type = CW_SETUP_NO_KEY;
  g_autoptr (GError) error = NULL;
  guint wrong;

  act (&design, &cw_setup_die_types, "Add die type", &type);
  for (guint pattern = 0; pattern < 2; pattern++)
    for (guint n = 0; n < 9; n++)
      {
        g_autofree char *text = cw_setup_dup_count (n);
        g_autoptr (CwDesign) ring = make (design, &cw_setup_pads_maker, type, 0,
                                          pattern == 0 ? "0" : "1", &wrong, &error);
        g_autoptr (CwDesign) next = make (ring, &cw_setup_pads_maker, type, 1, text, &wrong, NULL);
        const CwDieType *made = next != NULL ? cw_design_get_die_type (next, type) : NULL;

        g_assert_no_error (error);
        if (made == NULL)
          {
            g_assert_cmpuint (n, >=, 6); /* on a side of 2 mm at a pitch of 300 µm */
            g_assert_cmpuint (wrong, ==, 1);
            continue;
          }
        for (guint i = 0; i < made->pads->n_pads; i++)
          {
            CwPoint at = made->pads->pads[i].at;

            g_assert_true (cw_box_contains (cw_box_grow (made->body, -30 * CW_UM), at));
            for (guint j = 0; j < i; j++)
              {
                CwPoint other = made->pads->pads[j].at;

                g_assert_true (ABS (at.x - other.x) > 60 * CW_UM
                               || ABS (at.y - other.y) > 60 * CW_UM);
              }
          }
      }
  assert_refused (
      design, &cw_setup_die_types, "Width", type, "1000",
      "the pads of \"DIE1\" would reach over its edge: make fewer or closer ones first");
}

static void
test_balls (void)
{
  g_autoptr (CwDesign) design = new_design (CW_METHOD_A, CW_SUBSTRATE_PLAIN, 1);
  const CwSetupMaker *array = cw_setup_balls.makers[0];
  const CwSetupMaker *table = cw_setup_balls.makers[1];
  g_autoptr (GError) error = NULL;
  guint wrong;

  apply (&design, array, 0, G_MAXUINT, NULL);
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_BONDING_PAD), ==, 16 * 16);
  apply (&design, array, 0, 3, "2"); /* two rings take their place */
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_BONDING_PAD), ==, 16 * 16 - 12 * 12);
  g_assert_null (make (design, array, 0, 10, "1", &wrong, &error)); /* the others stay */
  g_assert_cmpstr (error->message, ==, "there is a bonding pad \"A1\" already");
  g_clear_error (&error);
  g_assert_null (make (design, array, 0, 1, "17", &wrong, &error));
  g_assert_cmpuint (wrong, ==, 1);
  g_assert_cmpstr (error->message, ==,
                   "rows \"17\" do not fit on the 8 mm of the package: at most 16 at this pitch");
  g_clear_error (&error);
  apply (&design, table, 0, 0, "ball,net\nA1,VDD\nA2,VDD\n");
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_NET), ==, 1);
  g_assert_null (make (design, table, 0, 0, "A1,VSS\nZ1,VDD\n", &wrong, &error));
  g_assert_cmpstr (error->message, ==, "line 2: there is no ball \"Z1\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/setup/fields-take-what-they-give", test_round_trip);
  g_test_add_func ("/widgets/setup/bad-values-are-refused-with-a-reason", test_bad_values);
  g_test_add_func ("/widgets/setup/method-brings-its-levels", test_methods);
  g_test_add_func ("/widgets/setup/substrate-is-built-in-another-way", test_substrates);
  g_test_add_func ("/widgets/setup/cavity-stays-on-the-uppermost-board",
                   test_substrate_with_cavity);
  g_test_add_func ("/widgets/setup/levels-come-and-go", test_levels);
  g_test_add_func ("/widgets/setup/only-unused-materials-go", test_materials);
  g_test_add_func ("/widgets/setup/nets-of-pads-are-typed-or-made", test_nets_of_pads);
  g_test_add_func ("/widgets/setup/pads-lie-apart-on-the-die", test_pads);
  g_test_add_func ("/widgets/setup/balls-are-made-in-an-array", test_balls);

  return g_test_run ();
}
