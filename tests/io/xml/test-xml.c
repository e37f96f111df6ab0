/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml.h"

#include <glib/gstdio.h>
#include <string.h>

#include "io/file/cw-file.h"
#include "model/package/cw-flow.h"
#include "model/package/cw-panel.h"
#include "tests/io/xml/random-design.h"

static const char *const good_files[] = { "all.cwx", "empty.cwx", "hand.cwx" };

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "io", "xml", "good", name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = cw_file_read (path, CW_FILE_MAX, &error);

  g_assert_no_error (error);
  return bytes;
}

static CwDesign *
read_good (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  CwDesign *design = cw_xml_read (bytes, "good.cwx", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (design);
  return design;
}

static void
assert_same_bytes (GBytes *a, GBytes *b)
{
  g_autofree char *first = g_strndup (g_bytes_get_data (a, NULL), g_bytes_get_size (a));
  g_autofree char *second = g_strndup (g_bytes_get_data (b, NULL), g_bytes_get_size (b));

  g_assert_cmpstr (first, ==, second);
  g_assert_true (g_bytes_equal (a, b));
}

static void
test_canonical_files_come_out_as_they_went_in (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) bytes = load (good_files[i]);
      g_autoptr (CwDesign) design = read_good (bytes);
      g_autoptr (GBytes) again = cw_xml_write (design);

      assert_same_bytes (bytes, again);
    }
}

static void
test_hand_written_file_is_understood (void)
{
  g_autoptr (GBytes) bytes = load ("hand.cwx");
  g_autoptr (CwReport) report = cw_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) design = cw_xml_read (bytes, "hand.cwx", report, &error);
  g_autoptr (CwDesign) again = NULL;
  g_autoptr (GBytes) written = NULL;
  const CwTrace *trace;
  guint line;

  g_assert_no_error (error);
  g_assert_cmpuint (cw_report_get_n (report), ==, 1);
  g_assert_cmpstr (cw_report_get (report, 0, &line), ==, "comments are not kept");
  g_assert_cmpuint (line, ==, 2);

  g_assert_cmpstr (cw_design_get_name (design), ==, "By hand & <more>");
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_NET), ==, 2);
  trace = cw_design_get_trace (design, cw_id_new (CW_ITEM_TRACE, 5));
  g_assert_nonnull (trace);
  g_assert_cmpint (trace->width, ==, 10500);
  g_assert_cmpuint (trace->path->n_vertices, ==, 3);
  g_assert_cmpint (trace->path->vertices[0].at.x, ==, -1);
  g_assert_cmpint (trace->path->vertices[0].at.y, ==, 7000);
  g_assert_cmpint (trace->path->vertices[1].sweep, ==, -90500000);

  written = cw_xml_write (design);
  again = read_good (written);
  g_assert_true (cw_design_equal (design, again));
}

static void
test_names_are_those_of_the_model (void)
{
  g_autoptr (GBytes) bytes = load ("all.cwx");
  const char *text = g_bytes_get_data (bytes, NULL);

  for (CwItemKind kind = CW_ITEM_NET; kind < CW_N_ITEM_KINDS; kind++)
    {
      g_autofree char *tag = g_strdup_printf ("\n <%s id=", cw_item_class_get (kind)->name);

      g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (bytes), tag));
    }
}

#define WORD_NAMES(func, Type)                                                                     \
  static const char *get_##func (guint value) { return cw_##func##_get_name ((Type) value); }

WORD_NAMES (ball_kind, CwBallKind)
WORD_NAMES (bus_kind, CwBusKind)
WORD_NAMES (deposition, CwDeposition)
WORD_NAMES (level_kind, CwLevelKind)
WORD_NAMES (material_class, CwMaterialClass)
WORD_NAMES (material_group, CwMaterialGroup)
WORD_NAMES (pad_form_kind, CwPadFormKind)
WORD_NAMES (passive_form, CwPassiveForm)
WORD_NAMES (rule_kind, CwRuleKind)
WORD_NAMES (step_kind, CwStepKind)

/* all.cwx comes out as it went in, so what is in it is kept */
static void
test_every_word_is_kept (void)
{
  static const struct
  {
    const char *start;
    const char *attribute;
    const char *(*get_name) (guint);
    guint from; /* those before it are left out as the default */
    guint n;
  } words[] = {
    { "<bonding-pad", "ball=", get_ball_kind, 1, CW_N_BALL_KINDS },
    { "<bonding-pad", "form=", get_pad_form_kind, 1, CW_N_PAD_FORM_KINDS },
    { "<bus", "kind=", get_bus_kind, 0, CW_N_BUS_KINDS },
    { "<level", "deposition=", get_deposition, 1, CW_N_DEPOSITIONS },
    { "<level", "kind=", get_level_kind, 0, CW_N_LEVEL_KINDS },
    { "<material", "class=", get_material_class, 0, CW_N_MATERIAL_CLASSES },
    { "<material", "group=", get_material_group, 1, CW_N_MATERIAL_GROUPS },
    { "<passive", "form=", get_passive_form, 0, CW_N_PASSIVE_FORMS },
    { "<rule", "kind=", get_rule_kind, 0, CW_N_RULE_KINDS },
    { "<step", "kind=", get_step_kind, 0, CW_N_STEP_KINDS },
  };
  g_autoptr (GBytes) bytes = load ("all.cwx");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint j = words[i].from; j < words[i].n; j++)
      {
        g_autofree char *pattern = g_strdup_printf ("%s [^>]*\\b%s\"%s\"", words[i].start,
                                                    words[i].attribute, words[i].get_name (j));

        g_test_message ("%s", pattern);
        g_assert_true (g_regex_match_simple (pattern, text, 0, 0));
      }
}

/* files that differ from all.cwx in one word only */
static void
test_words_of_the_process_are_kept (void)
{
  g_autoptr (GBytes) bytes = load ("all.cwx");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (GString) other = g_string_new (text);
      g_autofree char *substrate
          = g_strdup_printf (" substrate=\"%s\"", cw_substrate_kind_get_name (i % 3 + 1));
      g_autofree char *method = g_strdup_printf ("flow method=\"%s\"", cw_method_get_name (i % 3));
      g_autofree char *panel
          = g_strdup_printf ("panel kind=\"%s\"", cw_panel_kind_get_name (i % 4));
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (CwDesign) design = NULL;
      g_autoptr (GBytes) again = NULL;

      g_assert_cmpuint (g_string_replace (other, " substrate=\"heat\"", substrate, 0), ==, 1);
      g_assert_cmpuint (g_string_replace (other, "flow method=\"c\"", method, 0), ==, 1);
      g_assert_cmpuint (g_string_replace (other, "panel kind=\"panel\"", panel, 0), ==, 1);
      if (i % 2 == 0)
        g_assert_cmpuint (g_string_replace (other, " scope=\"plural-dies\"", "", 0), ==, 1);
      changed = g_bytes_new (other->str, other->len);
      design = read_good (changed);
      again = cw_xml_write (design);
      assert_same_bytes (changed, again);
    }
}

static void
test_random_designs_survive (void)
{
  for (guint i = 0; i < 60; i++)
    {
      guint32 seed = g_test_rand_int ();
      g_autoptr (CwDesign) design = random_design_new (seed, 1 + i * 3);
      g_autoptr (GBytes) bytes = cw_xml_write (design);
      g_autoptr (CwDesign) again = NULL;
      g_autoptr (GBytes) second = NULL;

      g_test_message ("seed %u", seed);
      again = read_good (bytes);
      g_assert_true (cw_design_equal (design, again));
      second = cw_xml_write (again);
      assert_same_bytes (bytes, second);
    }
}

static void
test_history_leaves_no_mark (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (CwDesign) design = random_design_new (seed, 40);
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (CwDesign) changed = NULL;
  g_autoptr (CwDesign) back = NULL;
  g_autofree char *hash = cw_xml_get_hash (design);
  g_autofree char *changed_hash = NULL;
  g_autofree char *back_hash = NULL;
  g_autoptr (GError) error = NULL;
  CwNet net = { .name = g_ref_string_new ("passing") };
  CwId id = cw_edit_add_net (edit, &net, &error);

  g_test_message ("seed %u", seed);
  g_ref_string_release (net.name);
  g_assert_no_error (error);
  changed = cw_edit_finish (edit, NULL);
  cw_edit_remove (edit, id, &error);
  g_assert_no_error (error);
  back = cw_edit_finish (edit, NULL);

  changed_hash = cw_xml_get_hash (changed);
  back_hash = cw_xml_get_hash (back);
  g_assert_cmpuint (strlen (hash), ==, 64);
  g_assert_cmpstr (changed_hash, !=, hash);
  g_assert_cmpstr (back_hash, ==, hash);
}

static void
test_saves_and_opens (void)
{
  g_autofree char *folder = g_dir_make_tmp ("chipwright-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.cwx", NULL);
  g_autofree char *no_path = g_build_filename (folder, "no", "a.cwx", NULL);
  g_autofree char *message
      = g_strdup_printf ("%s: its folder cannot be opened: No such file or directory", no_path);
  g_autoptr (CwDesign) design = random_design_new (7, 50);
  g_autoptr (CwDesign) again = NULL;
  g_autoptr (GBytes) bytes = cw_xml_write (design);
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cw_xml_write_file (design, path, &error));
  g_assert_no_error (error);
  saved = cw_file_read (path, CW_FILE_MAX, &error);
  g_assert_no_error (error);
  assert_same_bytes (bytes, saved);
  again = cw_xml_read_file (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cw_design_equal (design, again));

  g_assert_false (cw_xml_write_file (design, no_path, &error));
  g_assert_error (error, CW_IO_ERROR, CW_IO_ERROR_FILE);
  g_assert_cmpstr (error->message, ==, message);
  g_clear_error (&error);
  g_assert_null (cw_xml_read_file (no_path, NULL, &error));
  g_assert_error (error, CW_IO_ERROR, CW_IO_ERROR_FILE);

  g_remove (path);
  g_rmdir (folder);
}

/* the last byte that matters is that of </chipwright> */
static void
test_every_prefix_is_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good_files); i++)
    {
      g_autoptr (GBytes) bytes = load (good_files[i]);
      const char *text = g_bytes_get_data (bytes, NULL);
      const char *end = g_strrstr_len (text, (gssize) g_bytes_get_size (bytes), ">");

      for (gsize length = 0; length <= (gsize) (end - text); length++)
        {
          g_autoptr (GBytes) prefix = g_bytes_new_from_bytes (bytes, 0, length);
          g_autoptr (GError) error = NULL;

          g_assert_null (cw_xml_read (prefix, "cut.cwx", NULL, &error));
          g_assert_error (error, CW_IO_ERROR, CW_IO_ERROR_SYNTAX);
          g_assert_true (g_str_has_prefix (error->message, "cut.cwx:"));
          g_assert_null (strchr (error->message, '\n'));
        }
    }
}

/* an error, or a design that is written and read like any other */
static void
assert_refused_or_understood (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) design = cw_xml_read (bytes, "mutant.cwx", NULL, &error);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (CwDesign) again = NULL;

  if (design == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == CW_IO_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
      return;
    }

  g_assert_no_error (error);
  written = cw_xml_write (design);
  again = read_good (written);
  g_assert_true (cw_design_equal (design, again));
}

static void
test_damage_is_refused_or_harmless (void)
{
  static const char nasty[] = "<>&\"'/=- \n\t\0\x7f\x80\xc0\xff.,;()#0195eExX";
  g_autoptr (GBytes) bytes = load ("all.cwx");
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  gsize size = g_bytes_get_size (bytes);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 4000; i++)
    {
      guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      gsize at = (gsize) g_rand_int_range (random, 0, (gint32) size);
      gsize length = size;
      g_autoptr (GBytes) mutant = NULL;

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          data[at] ^= (guint8) (1u << g_rand_int_range (random, 0, 8));
          break;
        case 1:
          data[at] = (guint8) nasty[g_rand_int_range (random, 0, sizeof nasty - 1)];
          break;
        case 2:
          data[at] = (guint8) ('0' + g_rand_int_range (random, 0, 10));
          break;
        default:
          memmove (data + at, data + at + 1, size - at - 1);
          length--;
          break;
        }

      mutant = g_bytes_new_take (data, length);
      assert_refused_or_understood (mutant);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/xml/xml/canonical-files-come-out-as-they-went-in",
                   test_canonical_files_come_out_as_they_went_in);
  g_test_add_func ("/io/xml/xml/hand-written-file-is-understood",
                   test_hand_written_file_is_understood);
  g_test_add_func ("/io/xml/xml/names-are-those-of-the-model", test_names_are_those_of_the_model);
  g_test_add_func ("/io/xml/xml/every-word-is-kept", test_every_word_is_kept);
  g_test_add_func ("/io/xml/xml/words-of-the-process-are-kept", test_words_of_the_process_are_kept);
  g_test_add_func ("/io/xml/xml/random-designs-survive", test_random_designs_survive);
  g_test_add_func ("/io/xml/xml/history-leaves-no-mark", test_history_leaves_no_mark);
  g_test_add_func ("/io/xml/xml/saves-and-opens", test_saves_and_opens);
  g_test_add_func ("/io/xml/xml/every-prefix-is-refused", test_every_prefix_is_refused);
  g_test_add_func ("/io/xml/xml/damage-is-refused-or-harmless", test_damage_is_refused_or_harmless);

  return g_test_run ();
}
