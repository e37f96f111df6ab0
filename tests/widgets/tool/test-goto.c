/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-goto.h"

#include "model/base/cw-error.h"

static const CwPoint from = CW_POINT (1000 * CW_UM, -500 * CW_UM);

static void
test_places_are_read (void)
{
  static const struct
  {
    const char *text;
    CwPoint to;
  } cases[] = {
    { "100 200", CW_POINT (100 * CW_UM, 200 * CW_UM) },
    { "  100   -200 ", CW_POINT (100 * CW_UM, -200 * CW_UM) },
    { "100;200", CW_POINT (100 * CW_UM, 200 * CW_UM) },
    { "100, 200", CW_POINT (100 * CW_UM, 200 * CW_UM) },
    { "1,5 2,5", CW_POINT (1500, 2500) },
    { "1mm 2 mm", CW_POINT (CW_MM, 2 * CW_MM) },
    { "10 + 5 20", CW_POINT (15 * CW_UM, 20 * CW_UM) },
    { "+=10 20", CW_POINT (1010 * CW_UM, -480 * CW_UM) },
    { "-=10 +=20", CW_POINT (990 * CW_UM, -480 * CW_UM) },
    { "0 +=20", CW_POINT (0, -480 * CW_UM) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      CwPoint to = CW_POINT (0, 0);

      g_test_message ("%s", cases[i].text);
      g_assert_true (cw_goto_parse (cases[i].text, CW_UNIT_UM, from, &to, &error));
      g_assert_no_error (error);
      g_assert_cmpint (to.x, ==, cases[i].to.x);
      g_assert_cmpint (to.y, ==, cases[i].to.y);
    }
}

static void
test_others_are_refused (void)
{
  static const char *const texts[] = { "", "100", "100 apples", "1 2 3", "5mm 3 m", "+= 1" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      CwPoint to = CW_POINT (1, 2);

      g_test_message ("%s", texts[i]);
      g_assert_false (cw_goto_parse (texts[i], CW_UNIT_UM, from, &to, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (to.x, ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/tool/goto/places-are-read", test_places_are_read);
  g_test_add_func ("/widgets/tool/goto/others-are-refused", test_others_are_refused);

  return g_test_run ();
}
