/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/csv/cw-csv-options.h"

static const struct
{
  const char *option;
  const char *message;
} refused[] = {
  { "unit", "\"unit\" is not of the form \"key=value\"" },
  { "colour=red", "there is no option \"colour\"" },
  { "unit=furlong", "unit: \"furlong\" is no unit" },
  { "delimiter=:", "delimiter: \":\" is no delimiter: comma, semicolon, tab, bar" },
  { "header=maybe", "header: \"maybe\" is neither \"yes\" nor \"no\"" },
  { "columns=name", "columns: \"name\" is not of the form \"field=column\"" },
  { "columns=nam=pad", "columns: \"nam\" is no field" },
  { "columns=name=", "columns: \"name=\" is not of the form \"field=column\"" },
  { "die=", "die: the value is empty" },
  { "die-size=3588", "die-size: \"3588\" is not of the form \"axb\"" },
  { "die-size=0x5188", "die-size: \"0x5188\" is a die without area" },
  { "die-origin=left", "die-origin: \"left\" is no origin: auto, corner, centre" },
  { "die-at=1", "die-at: \"1\" is not of the form \"a,b\"" },
  { "outline=0,0,100,0", "outline: \"0,0,100,0\" is an outline without area" },
  { "wiring-levels=0", "wiring-levels: \"0\" is not a number of levels from 1 to 16" },
  { "ball=-1", "ball: \"-1\" is below zero" },
  { "ball-kind=stud", "ball-kind: \"stud\" is no kind of ball" },
  { "land=0", "land: \"0\" is a size without area" },
};

static void
test_defaults (void)
{
  g_autoptr (CwCsvOptions) options = cw_csv_options_new ();

  g_assert_cmpint (options->delimiter, ==, 0);
  g_assert_cmpint (options->unit, ==, CW_UNIT_UM);
  g_assert_false (options->unit_given);
  g_assert_cmpint (options->land.width, ==, 270 * CW_UM);
  g_assert_cmpint (options->opening.width, ==, 220 * CW_UM);
  g_assert_cmpint (options->ball.diameter, ==, 310 * CW_UM);
  g_assert_false (options->no_vias);
  g_assert_true (cw_box_is_empty (options->outline));
}

static void
test_set (void)
{
  static const char *const given[] = {
    "delimiter=semicolon",
    "header=no",
    "unit=mm",
    "columns=x=3,y=4",
    "columns=name=1",
    "name=p",
    "wiring-levels=2",
    "outline=-1,-2,3,4",
    "die=U7",
    "die-type=t",
    "die-size=1mmx2mm",
    "die-thickness=200",
    "die-origin=centre",
    "die-at=-10,20.5",
    "die-angle=90",
    "die-mirror=yes",
    "pad-size=60x50",
    "level=RDL2",
    "land=100",
    "opening=0",
    "ball=0.2mm",
    "ball-kind=bump",
    "width=12.5",
    "vias=no",
    "via-hole=20",
    "via-land=40um",
  };
  g_autoptr (CwCsvOptions) set = cw_csv_options_new ();
  g_autoptr (CwCsvOptions) o = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autoptr (GError) error = NULL;

      cw_csv_options_parse (set, given[i], &error);
      g_assert_no_error (error);
    }

  o = cw_csv_options_copy (set);
  g_assert_cmpint (o->delimiter, ==, ';');
  g_assert_true (o->no_header);
  g_assert_true (o->unit_given);
  g_assert_cmpint (o->unit, ==, CW_UNIT_MM);
  g_assert_cmpstr (o->columns[CW_CSV_NAME], ==, "1");
  g_assert_cmpstr (o->columns[CW_CSV_X], ==, "3");
  g_assert_cmpstr (o->columns[CW_CSV_Y], ==, "4");
  g_assert_cmpstr (o->name, ==, "p");
  g_assert_cmpuint (o->n_wiring_levels, ==, 2);
  g_assert_true (cw_box_equal (o->outline, CW_BOX (-1000, -2000, 3000, 4000)));
  g_assert_cmpstr (o->die, ==, "U7");
  g_assert_cmpstr (o->die_type, ==, "t");
  g_assert_true (cw_point_equal (o->die_size, CW_POINT (1 * CW_MM, 2 * CW_MM)));
  g_assert_cmpint (o->die_thickness, ==, 200 * CW_UM);
  g_assert_cmpint (o->die_origin, ==, CW_CSV_ORIGIN_CENTRE);
  g_assert_true (o->die_placed);
  g_assert_true (cw_point_equal (o->die_at, CW_POINT (-10000, 20500)));
  g_assert_cmpint (o->die_angle, ==, CW_ANGLE_90);
  g_assert_true (o->die_mirror);
  g_assert_cmpint (o->pad.kind, ==, CW_PAD_RECTANGLE);
  g_assert_cmpint (o->pad.height, ==, 50 * CW_UM);
  g_assert_cmpstr (o->level, ==, "RDL2");
  g_assert_cmpint (o->land.kind, ==, CW_PAD_ROUND);
  g_assert_cmpint (o->land.width, ==, 100 * CW_UM);
  g_assert_cmpint (o->opening.width, ==, 0);
  g_assert_cmpint (o->ball.kind, ==, CW_BALL_BUMP);
  g_assert_cmpint (o->ball.diameter, ==, 200 * CW_UM);
  g_assert_cmpint (o->width, ==, 12500);
  g_assert_true (o->no_vias);
  g_assert_cmpint (o->via_hole, ==, 20 * CW_UM);
  g_assert_cmpint (o->via_land, ==, 40 * CW_UM);
}

static void
test_refused (void)
{
  g_autoptr (CwCsvOptions) options = cw_csv_options_new ();

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (cw_csv_options_parse (options, refused[i].option, &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, refused[i].message);
    }
}

static void
test_keys (void)
{
  const char *const *keys = cw_csv_options_get_keys ();
  g_autoptr (CwCsvOptions) options = cw_csv_options_new ();

  g_assert_cmpuint (g_strv_length ((char **) keys), ==, 25);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      /* every key is known: it is the value that is refused */
      g_assert_false (cw_csv_options_set (options, keys[i], "", &error));
      g_assert_true (g_str_has_prefix (error->message, keys[i]));
    }
}

static void
test_forms (void)
{
  static const struct
  {
    const char *text;
    CwPadFormKind kind;
    CwCoord width;
    CwCoord height;
  } forms[] = {
    { "60x60", CW_PAD_RECTANGLE, 60000, 60000 },
    { "60 × 50", CW_PAD_RECTANGLE, 60000, 50000 },
    { "60um X 0.05mm", CW_PAD_RECTANGLE, 60000, 50000 },
    { "60*50", CW_PAD_RECTANGLE, 60000, 50000 },
    { "80", CW_PAD_ROUND, 80000, 80000 },
    { " 0.08 mm ", CW_PAD_ROUND, 80000, 80000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GError) error = NULL;
      CwPadForm form;

      cw_csv_form_parse (forms[i].text, CW_UNIT_UM, &form, &error);
      g_assert_no_error (error);
      g_assert_cmpint (form.kind, ==, forms[i].kind);
      g_assert_cmpint (form.width, ==, forms[i].width);
      g_assert_cmpint (form.height, ==, forms[i].height);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/csv/options/defaults-are-those-of-the-deck", test_defaults);
  g_test_add_func ("/io/csv/options/every-option-is-set-and-copied", test_set);
  g_test_add_func ("/io/csv/options/bad-values-are-refused", test_refused);
  g_test_add_func ("/io/csv/options/every-key-is-known", test_keys);
  g_test_add_func ("/io/csv/options/sizes-are-read", test_forms);

  return g_test_run ();
}
