/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-text.h"

#include "model/package/cw-stroke-font.h"
#include "tests/model/package/package-test.h"

static CwText
text_new (const char *text)
{
  return (CwText){ .text = g_ref_string_new (text),
                   .at = { 5000, 6000 },
                   .height = 80000,
                   .width = 10000,
                   .level = RDL1 };
}

static void
test_refuses_bad_values (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autofree char *filled = g_strnfill (1001, 'x');
  const CwItemContext context = { technology, NULL };
  CwText good = text_new ("CW-1 µ");
  CwText text = good;

  assert_valid (&cw_text_class, &text, &context);

#define REFUSED(field, value, message)                                                             \
  text = good;                                                                                     \
  text.field = value;                                                                              \
  assert_refused (&cw_text_class, &text, &context, message)

  REFUSED (text, NULL, "text is empty");
  REFUSED (at.y, CW_COORD_MAX + 1, "text position \"1000000.001\" is not in -1000000 … 1000000 µm");
  REFUSED (at.x, CW_COORD_MAX, "text reaches further than 1000000 µm from the origin");
  REFUSED (height, 0, "text height \"0\" is not in 0.001 … 100000 µm");
  REFUSED (width, -1000, "text width \"-1\" is not in 0.001 … 100000 µm");
  REFUSED (angle, CW_ANGLE_FULL, "text angle \"360\" is not at least 0° and less than 360°");
  REFUSED (mirror, 2, "text mirror \"2\" is not in 0 … 1");
  REFUSED (flags, 2, "text flags \"2\" is not in 0 … 1");
  REFUSED (level, DIE, "text level \"DIE\" is a die level, not a wiring level");

#undef REFUSED
  g_ref_string_release (good.text);
  good = text_new (filled);
  assert_refused (&cw_text_class, &good, &context, "text has \"1001\" bytes, more than 1000");
  g_ref_string_release (good.text);
  good = text_new ("two\nlines");
  assert_refused (&cw_text_class, &good, &context, "text has the control character \"U+000A\"");
  g_ref_string_release (good.text);
}

static void
test_a_stroke_is_a_capsule (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  const CwItemContext context = { technology, NULL };
  CwText text = text_new ("L");
  CwShape shape;

  g_assert_cmpuint (cw_text_class.count_shapes (&text, &context), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      cw_text_class.get_shape (&text, &context, i, &shape);
      g_assert_cmpint (shape.kind, ==, CW_SHAPE_CAPSULE);
      g_assert_cmpint (shape.role, ==, CW_ROLE_TEXT);
      g_assert_cmpint (shape.level, ==, RDL1);
      g_assert_cmpuint (shape.net, ==, CW_ID_NONE);
      g_assert_cmpuint (shape.part, ==, i);
      g_assert_cmpint (shape.capsule.width, ==, 10000);
    }
  cw_text_class.get_shape (&text, &context, 0, &shape);
  assert_point (shape.capsule.a, 17000, 86000);
  assert_point (shape.capsule.b, 17000, 6000);

  text.angle = CW_ANGLE_90;
  text.mirror = 1;
  cw_text_class.get_shape (&text, &context, 0, &shape);
  assert_point (shape.capsule.a, -75000, -6000);
  assert_point (shape.capsule.b, 5000, -6000);
  g_ref_string_release (text.text);
}

static void
test_turns_back (void)
{
  CwText text = text_new ("Text");

  text.angle = 7 * CW_DEGREE;
  assert_turns_back (&cw_text_class, &text);
  g_ref_string_release (text.text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/package/text/refuses-bad-values", test_refuses_bad_values);
  g_test_add_func ("/model/package/text/a-stroke-is-a-capsule", test_a_stroke_is_a_capsule);
  g_test_add_func ("/model/package/text/turns-back", test_turns_back);

  return g_test_run ();
}
