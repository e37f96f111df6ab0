/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

#include <math.h>

static void
take_request (CwToolHost *host, guint request, guint id, const char *text, Fixture *self)
{
  self->n_requests++;
  self->request = request;
  self->request_id = id;
  g_free (self->request_text);
  self->request_text = g_strdup (text);
}

CwPoint
fixture_um (double x, double y)
{
  return CW_POINT ((CwCoord) lround (x * CW_UM), (CwCoord) lround (y * CW_UM));
}

static CwDesign *
make_design (Fixture *self)
{
  CwBox body = { fixture_um (-1000, -500), fixture_um (1000, 500) };
  CwEdit *edit = package_begin ();
  CwId nets[4] = { CW_ID_NONE };
  CwPoint way[3];

  self->net_a = nets[0] = nets[2] = package_add_net (edit, "A");
  self->net_b = nets[1] = package_add_net (edit, "B");
  self->die = package_add_die (edit, "U1", body, 100 * CW_UM, 4, nets);
  for (guint i = 0; i < 4; i++)
    self->pads[i] = package_get_pad (body, 4, i);
  self->pad_via = package_add_via (edit, self->net_a, PACKAGE_PAD, PACKAGE_RDL1, self->pads[0]);
  way[0] = self->pads[0];
  way[1] = CW_POINT (self->pads[0].x, -1000 * CW_UM);
  way[2] = fixture_um (1500, -1000);
  self->trace = package_add_trace (edit, self->net_a, PACKAGE_RDL1, way, 3, 20 * CW_UM);
  self->via = package_add_via (edit, self->net_a, PACKAGE_RDL1, PACKAGE_RDL2, way[2]);
  self->ball_a = package_add_ball (edit, self->net_a, "A1", fixture_um (2000, -400), 250 * CW_UM);
  self->ball_b = package_add_ball (edit, self->net_b, "A2", fixture_um (2000, 400), 250 * CW_UM);

  return package_end (edit);
}

Fixture *
fixture_new (const char *tool)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (CwDesign) design = make_design (self);

  self->document = cw_document_new (design);
  self->host = cw_tool_host_new (self->document);
  self->selection = cw_tool_host_get_selection (self->host);
  g_signal_connect (self->host, "requested", G_CALLBACK (take_request), self);
  fixture_set_tool (self, tool);

  return self;
}

void
fixture_free (Fixture *self)
{
  g_clear_object (&self->tool);
  g_clear_object (&self->host);
  g_clear_object (&self->document);
  g_free (self->request_text);
  g_free (self);
}

void
fixture_set_tool (Fixture *self, const char *name)
{
  g_clear_object (&self->tool);
  self->tool = cw_tool_registry_new_tool (name, self->host);
  g_assert_nonnull (self->tool);
  cw_tool_arm (self->tool, NULL);
}

/* what the editor's worker would do */
void
fixture_check (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  CwCheckOptions options = { .n_threads = 1 };
  g_autoptr (CwCheckResult) result = cw_check_run (fixture_get_design (self), &options, &error);

  g_assert_no_error (error);
  cw_tool_host_set_check (self->host, result);
}

CwDesign *
fixture_get_design (Fixture *self)
{
  return cw_document_get_design (self->document);
}

CwToolSettings
fixture_get_settings (Fixture *self)
{
  return *cw_tool_host_get_settings (self->host);
}

void
fixture_set_settings (Fixture *self, CwToolSettings settings)
{
  cw_tool_host_set_settings (self->host, &settings);
}

void
fixture_set_level (Fixture *self, guint level)
{
  CwToolSettings settings = fixture_get_settings (self);

  settings.active_level = (guint8) level;
  fixture_set_settings (self, settings);
}

CwToolAnswer
fixture_send (Fixture *self, CwToolEventType type, const char *key, const char *text)
{
  CwToolEvent event = { type, self->at, self->modifiers, FIXTURE_PIXEL, key, text };

  return cw_tool_handle (self->tool, &event);
}

CwToolAnswer
fixture_move (Fixture *self, double x, double y)
{
  self->at = fixture_um (x, y);

  return fixture_send (self, CW_TOOL_MOTION, NULL, NULL);
}

CwToolAnswer
fixture_press (Fixture *self, double x, double y)
{
  self->at = fixture_um (x, y);

  return fixture_send (self, CW_TOOL_PRESS, NULL, NULL);
}

CwToolAnswer
fixture_release (Fixture *self, double x, double y)
{
  self->at = fixture_um (x, y);

  return fixture_send (self, CW_TOOL_RELEASE, NULL, NULL);
}

CwToolAnswer
fixture_click (Fixture *self, double x, double y)
{
  fixture_move (self, x, y);
  fixture_press (self, x, y);

  return fixture_release (self, x, y);
}

CwToolAnswer
fixture_drag (Fixture *self, double x0, double y0, double x1, double y1)
{
  fixture_move (self, x0, y0);
  fixture_press (self, x0, y0);
  fixture_move (self, (x0 + x1) / 2, (y0 + y1) / 2);
  fixture_move (self, x1, y1);

  return fixture_release (self, x1, y1);
}

CwToolAnswer
fixture_double_click (Fixture *self, double x, double y)
{
  CwToolAnswer answer;

  self->at = fixture_um (x, y);
  answer = fixture_send (self, CW_TOOL_DOUBLE_CLICK, NULL, NULL);
  g_assert_cmpint (fixture_release (self, x, y), ==, CW_TOOL_PASS);

  return answer;
}

CwToolAnswer
fixture_key (Fixture *self, const char *key)
{
  return fixture_send (self, CW_TOOL_KEY, key, NULL);
}

CwToolAnswer
fixture_value (Fixture *self, const char *field, const char *text)
{
  return fixture_send (self, CW_TOOL_VALUE, field, text);
}

/* the index-th item that only the second design has */
CwId
fixture_find_new (CwDesign *before, CwDesign *after, CwItemKind kind, guint index)
{
  g_autoptr (CwDiff) diff = cw_diff_new (before, after);

  for (gsize i = 0; i < diff->n_items; i++)
    if (cw_id_get_kind (diff->items[i]) == kind
        && cw_design_get_item (before, diff->items[i]) == NULL && index-- == 0)
      return diff->items[i];

  return CW_ID_NONE;
}
