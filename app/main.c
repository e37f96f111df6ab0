/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

#include "app/cw-application.h"

/* without a GPU, GTK draws on the processor with GL, which is slower than Cairo */
static void
choose_renderer (void)
{
  if (g_getenv ("GSK_RENDERER") == NULL && g_access ("/dev/dri/renderD128", F_OK) != 0
      && g_access ("/dev/nvidia0", F_OK) != 0)
    g_setenv ("GSK_RENDERER", "cairo", FALSE);
}

int
main (int argc, char **argv)
{
  g_autoptr (CwApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CW_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  choose_renderer ();
  g_set_application_name (_ ("Chipwright"));
  application = cw_application_new (0);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
