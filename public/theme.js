// Applies the theme that was chosen in the user menu. Where storage is refused the system's own stands.
try {
  const theme = localStorage.getItem("latchkey.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {}
